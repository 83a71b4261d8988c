package org.macro2micro.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.dataset.Inventory;
import org.macro2micro.dataset.Trees;

class DatabasesTest {
  @TempDir Path root;

  @ParameterizedTest
  @EnumSource
  void everyReaderYieldsSoundClips(Databases database) throws Exception {
    Inventory inventory = database.reader().read(tree(database));
    assertThat(inventory.database()).isEqualTo(database.shortName());
    assertThat(inventory.corpus().clips()).hasSize(database == Databases.COMPOSITE ? 9 : 3);
    Set<ClipId> ids = new HashSet<>();
    for (LabelledClip labelled : inventory.corpus().clips()) {
      Clip clip = labelled.clip();
      assertThat(ids.add(clip.id())).isTrue();
      assertThat(ClipId.parse(clip.id().toString())).isEqualTo(clip.id());
      assertThat(clip.onset()).isBetween(0, clip.offset());
      clip.apex().ifPresent(apex -> assertThat(apex).isBetween(clip.onset(), clip.offset()));
      assertThat(clip.offset()).isLessThan(clip.frames().count());
      assertThat(clip.frames().files()).allSatisfy(file -> assertThat(file).isRegularFile());
      assertThat(LabelSchemes.raw(inventory.corpus()).labelOf(labelled)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void labelsReadAloneAreTheSame(Databases database) throws Exception {
    Path tree = tree(database);
    Inventory labels = database.reader().readLabels(tree);
    assertThat(labels.labels()).isEqualTo(database.reader().read(tree).labels());
    assertThat(labels.corpus().clips()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readingTwiceGivesTheSame(Databases database) throws Exception {
    Path tree = tree(database);
    assertThat(database.reader().read(tree)).isEqualTo(database.reader().read(tree));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyFolderIsOneClearError(Databases database) {
    assertThatThrownBy(() -> database.reader().read(root))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(root.toString())
        .hasMessageContaining("Expected");
  }

  @ParameterizedTest
  @EnumSource
  void everyDatabaseIsFoundByItsReadersName(Databases database) {
    assertThat(database.reader().database()).isEqualTo(database.shortName());
    assertThat(Databases.byName(database.shortName())).isEqualTo(database);
    assertThat(database.title()).isNotBlank();
    assertThat(database.layout()).contains("/");
    assertThat(database.kind())
        .isEqualTo(
            database == Databases.CKPLUS || database == Databases.MMI
                ? Databases.Kind.MACRO
                : Databases.Kind.MICRO);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Databases.byName("nowhere"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"nowhere\"")
        .hasMessageContaining(
            "[casme2, smic, smic-vis, smic-nir, samm, composite, ckplus, mmi, mer-flow]");
  }

  private Path tree(Databases database) throws Exception {
    return switch (database) {
      case CASME2 -> Trees.casme(root);
      case SMIC, SMIC_VIS, SMIC_NIR -> Trees.smic(root);
      case SAMM -> Trees.samm(root);
      case MMI -> Trees.mmi(root);
      case COMPOSITE -> {
        Trees.casme(root.resolve("CASME II"));
        Trees.smic(root.resolve("smic"));
        Trees.samm(root.resolve("SAMM"));
        yield root;
      }
      case CKPLUS -> Trees.ckPlus(root);
      case MER_FLOW -> Trees.flowPairs(root);
    };
  }
}
