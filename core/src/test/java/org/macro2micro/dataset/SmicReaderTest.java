package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;
import org.macro2micro.dataset.SmicReader.Camera;

class SmicReaderTest {
  private static final String HS = "SMIC_all_cropped/HS";

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void writeADatabase() throws IOException {
    root = Trees.smic(temp.resolve("SMIC"));
  }

  @ParameterizedTest
  @EnumSource
  void theFolderIsTheLabelAndTheApexIsNotKnown(Camera camera) throws Exception {
    Inventory inventory = new SmicReader(camera).read(root);
    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.database()).isEqualTo(camera.shortName());
    assertThat(Trees.ids(inventory))
        .containsExactly("smic/s01/s01_ne_01", "smic/s01/s01_sur_01", "smic/s11/s11_po_01");
    assertThat(inventory.labels().values())
        .containsExactly(Emotion.NEGATIVE, Emotion.SURPRISE, Emotion.POSITIVE);
    Clip clip = inventory.corpus().clips().get(2).clip();
    assertThat(clip.onset()).isZero();
    assertThat(clip.apex()).isEmpty();
    assertThat(clip.offset()).isEqualTo(4);
    assertThat(clip.frames().files().get(0).toString()).contains("/" + camera + "/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SMIC_all_cropped", HS})
  void outerAndInnerFoldersGiveTheSame(String given) throws Exception {
    assertThat(read(root.resolve(given)).corpus().clips()).hasSize(3);
  }

  @Test
  void subjectsInAFolderOfAnyNameAreRead() throws Exception {
    Path copy = Files.move(root.resolve(HS), temp.resolve("my copy"));
    assertThat(read(copy).corpus().clips()).hasSize(3);
  }

  @Test
  void anotherCamerasFolderIsNotTakenForTheOneAskedFor() {
    assertThatThrownBy(() -> read(root.resolve("SMIC_all_cropped/VIS")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("neither of the two forms")
        .hasMessageContaining("smic-vis");
  }

  @Test
  void namesMatchHoweverTheyAreWritten() throws Exception {
    Path hs = root.resolve(HS);
    Files.move(hs.resolve("s1/micro/negative/s1_ne_01"), hs.resolve("s1/micro/negative/S01_ne_01"));
    Files.move(hs.resolve("s1/micro/negative"), hs.resolve("s1/micro/Negative"));
    Files.move(hs.resolve("s1"), hs.resolve("S01"));
    Inventory inventory = read(root);
    assertThat(inventory.problems()).isEmpty();
    assertThat(Trees.ids(inventory)).contains("smic/s01/s01_ne_01");
  }

  @Test
  void whatCanNotBeUsedIsListed() throws Exception {
    Path hs = root.resolve(HS);
    Files.createDirectories(hs.resolve("s2"));
    Files.createDirectories(hs.resolve("s1/micro/other/s1_ot_01"));
    Files.createDirectories(hs.resolve("s1/micro/negative/s1_ne_02"));
    Trees.smicClip(hs.resolve("s1/micro/positive/s1_ne_01"), 2);
    Trees.smicClip(hs.resolve("s1/micro/positive/s1_sur_07"), 2);
    Trees.text(hs.resolve("s11/micro/positive/s11_po_01/reg_image0001.bmp"), "");
    Inventory inventory = read(root);
    assertThat(Trees.ids(inventory))
        .containsExactly("smic/s01/s01_ne_01", "smic/s01/s01_sur_01", "smic/s01/s01_sur_07");
    assertThat(Trees.lines(inventory))
        .hasSize(6)
        .anyMatch(l -> l.startsWith("smic/s02: ") && l.contains("no folder micro"))
        .anyMatch(l -> l.startsWith("smic/s01: ") && l.contains("other is not a label"))
        .anyMatch(l -> l.startsWith("smic/s01/s01_ne_02: ") && l.contains("has 0 jpg"))
        .anyMatch(l -> l.startsWith("smic/s01/s01_ne_01: ") && l.contains("shows the clip again"))
        .anyMatch(
            l -> l.startsWith("smic/s01/s01_sur_07: ") && l.contains("its name says surprise"))
        .anyMatch(l -> l.startsWith("smic/s11/s11_po_01: ") && l.contains("is empty (0 bytes)"));
  }

  @Test
  void aCopyOfAllPeopleThatLacksClipsIsNoted() throws Exception {
    Path copy = temp.resolve("VIS");
    for (int person = 11; person < 19; person++) {
      Trees.smicClip(copy.resolve("s%d/micro/negative/s%d_ne_01".formatted(person, person)), 2);
    }
    Inventory inventory = new SmicReader(Camera.VIS).read(copy);
    assertThat(inventory.problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.action()).isEqualTo(Action.NOTED);
              assertThat(p.problem()).contains("8 clips of all 8 people", "has 71", "lacks 63");
            });
    assertThat(new SmicReader(Camera.VIS).readLabels(copy).problems())
        .isEqualTo(inventory.problems());
  }

  @Test
  void theLongFormHasItsOnsetsInASheet() throws Exception {
    Inventory inventory = read(Trees.smicLong(temp.resolve("long")));
    assertThat(inventory.problems()).isEmpty();
    assertThat(Trees.ids(inventory))
        .containsExactly("smic/s01/s01_ne_01", "smic/s11/s11_po_02", "smic/s11/s11_po_02_second");
    Clip first = inventory.corpus().clips().get(1).clip();
    Clip second = inventory.corpus().clips().get(2).clip();
    assertThat(List.of(first.onset(), first.offset())).containsExactly(1, 3);
    assertThat(List.of(second.onset(), second.offset())).containsExactly(5, 8);
    assertThat(first.apex()).isEmpty();
    assertThat(second.frames()).isEqualTo(first.frames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HS_long", "HS_long/SMIC_HS_E"})
  void theLongFormIsFoundFromOuterAndInnerFolders(String given) throws Exception {
    Trees.smicLong(temp.resolve("long"));
    assertThat(read(temp.resolve("long").resolve(given)).corpus().clips()).hasSize(3);
  }

  @Test
  void videosThatTheLongFormsDownloadLacksAreListed() throws Exception {
    Path folder = Trees.smicLong(temp.resolve("long"));
    Files.move(folder.resolve("HS_long/SMIC_HS_E/s01/s01_ne_01"), temp.resolve("aside"));
    Inventory inventory = read(folder);
    assertThat(inventory.corpus().clips()).hasSize(2);
    assertThat(Trees.lines(inventory))
        .singleElement()
        .asString()
        .startsWith("smic/s01/s01_ne_01: frame folder")
        .contains("is missing");
    assertThat(new SmicReader(Camera.HS).readLabels(folder).labels()).hasSize(3);
  }

  @Test
  void rowsOfTheLongFormThatCanNotBeUsedAreListed() throws Exception {
    Path folder = Trees.smicLong(temp.resolve("long"));
    Trees.xlsx(
        folder.resolve("HS_long/SMIC-HS-E_annotation.xlsx"),
        List.of(
            List.of("Filename", "OnsetF", "OffsetF", "Onset2F", "Offset2F"),
            List.of("s01_ne_01", 3, 60, "/", "/"),
            List.of("s01_ne_01", 3, 6, 0, 0),
            List.of("s11_po_02", 4, 2, "", ""),
            List.of("s11_xx_02", 1, 2, "", ""),
            List.of("film 7", 1, 2, "", "")));
    Inventory inventory = read(folder);
    assertThat(Trees.ids(inventory)).containsExactly("smic/s01/s01_ne_01");
    assertThat(Trees.lines(inventory))
        .hasSize(5)
        .anyMatch(l -> l.contains("offset frame 60 is not in") && l.contains("frame 10 is used"))
        .anyMatch(l -> l.contains("names the clip again"))
        .anyMatch(l -> l.startsWith("smic/s11/s11_po_02") && l.contains("comes before onset"))
        .anyMatch(l -> l.contains("has no ne, po or sur"))
        .anyMatch(l -> l.startsWith("row 6") && l.contains("expected a name such as s01_ne_01"));
  }

  @Test
  void theCroppedFormIsPreferred() throws Exception {
    Trees.smicLong(root);
    assertThat(read(root).corpus().clips())
        .extracting(LabelledClip::clip)
        .allMatch(c -> c.frames().files().get(0).toString().contains("cropped"));
  }

  @Test
  void peopleWithoutClipsAreOneClearError() throws Exception {
    Path empty = temp.resolve("HS");
    Files.createDirectories(empty.resolve("s1/micro"));
    assertThatThrownBy(() -> read(empty)).hasMessageContaining("hold no clips");
  }

  private Inventory read(Path folder) throws DatasetException {
    return new SmicReader(Camera.HS).read(folder);
  }
}
