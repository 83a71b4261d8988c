package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;

class FlowImageReaderTest {
  private static final String[] IDS = {
    "casme2/sub01/EP02_01f", "samm/006/006_1_2", "smic/s01/s01_ne_01"
  };

  @TempDir Path root;

  @Test
  void clipsOfPairsHaveARiseAndAFall() throws Exception {
    Inventory inventory = read(Trees.flowPairs(root));
    assertThat(inventory.database()).isEqualTo("mer-flow");
    assertThat(inventory.problems()).isEmpty();
    assertThat(Trees.ids(inventory)).containsExactly(IDS);
    assertThat(inventory.corpus().clips())
        .extracting(LabelledClip::emotion)
        .containsExactly(Emotion.POSITIVE, Emotion.SURPRISE, Emotion.NEGATIVE);
    Clip clip = inventory.corpus().clips().get(0).clip();
    assertThat(clip.frames().content()).isEqualTo(Frames.Content.FLOW);
    assertThat(clip.frames().files())
        .containsExactly(
            root.resolve("onset-apex/casme2/sub01_EP02_01f.png"),
            root.resolve("apex-offset/casme2/sub01_EP02_01f.png"));
    assertThat(clip.onset()).isZero();
    assertThat(clip.apex()).hasValue(0);
    assertThat(clip.offset()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "flow", "flow/flow", "flow/flow/onset-apex"})
  void outerAndInnerFoldersOfPairsGiveTheSame(String given) throws Exception {
    Trees.flowPairs(root.resolve("flow/flow"));
    assertThat(Trees.ids(read(root.resolve(given)))).containsExactly(IDS);
  }

  @Test
  void theListMayHaveOtherColumnsSpellingsAndLineEnds() throws Exception {
    Trees.flowPairs(root);
    Trees.text(
        root.resolve("labels.csv"),
        "\uFEFFLabel,note,Clip,Subject,Database\r\n"
            + "Positive,\"a, b\",EP02_01f,1,CASME2\r\n"
            + "surprise,,006_1_2,6,samm\r\n"
            + "\r\n"
            + "NEGATIVE,,s1_ne_01,s1,smic\r\n");
    Inventory inventory = read(root);
    assertThat(inventory.problems()).isEmpty();
    assertThat(Trees.ids(inventory)).containsExactly(IDS);
  }

  @Test
  void databasesBeyondTheThreeKeepTheirNamesAsTheyStand() throws Exception {
    Trees.flowPairs(root);
    Trees.text(root.resolve("labels.csv"), "database,subject,clip,label\nlab,P7,c1,negative\n");
    Trees.image(root.resolve("onset-apex/lab/P7_c1.png"));
    Trees.image(root.resolve("apex-offset/lab/P7_c1.png"));
    assertThat(Trees.ids(read(root))).containsExactly("lab/P7/c1");
  }

  @Test
  void whatIsAmissWithOneRowIsListed() throws Exception {
    Trees.flowPairs(root);
    Trees.text(
        root.resolve("labels.csv"),
        """
        database,subject,clip,label
        casme2,sub01,EP02_01f,positive
        casme2,sub01,EP02_01f,negative
        casme2,sub09,EP02_01f,positive
        smic,s01,s01_ne_01,gloomy
        samm,,006_1_2,surprise
        samm
        """);
    Inventory inventory = read(root);
    assertThat(Trees.ids(inventory)).containsExactly("casme2/sub01/EP02_01f");
    assertThat(Trees.lines(inventory))
        .satisfiesExactly(
            l -> assertThat(l).contains("row 3 of labels.csv names the clip again: row 2"),
            l ->
                assertThat(l)
                    .contains("casme2/sub09/EP02_01f: image sub09_EP02_01f.png is missing"),
            l -> assertThat(l).contains("smic/s01/s01_ne_01: label \"gloomy\" is unknown"),
            l -> assertThat(l).contains("row 6 of labels.csv: subject name \"\""),
            l -> assertThat(l).contains("row 7 of labels.csv: subject name \"\""),
            l -> assertThat(l).contains("1 images", "not in labels.csv", "noted"));
  }

  @Test
  void imagesThatCanNotBeUsedAreListed() throws Exception {
    Trees.flowPairs(root);
    Trees.text(root.resolve("onset-apex/casme2/sub01_EP02_01f.png"), "just text");
    Trees.image(root.resolve("apex-offset/smic/s01_s01_ne_01.png"), 1, 1);
    Trees.truncate(root.resolve("apex-offset/samm/006_006_1_2.png"), 18);
    Inventory inventory = read(root);
    assertThat(inventory.corpus().clips()).isEmpty();
    assertThat(inventory.problems()).extracting(Problem::action).containsOnly(Action.LEFT_OUT);
    assertThat(Trees.lines(inventory))
        .satisfiesExactly(
            l -> assertThat(l).startsWith(IDS[0]).contains("is not an image"),
            l -> assertThat(l).startsWith(IDS[2]).contains("1x1"),
            l -> assertThat(l).startsWith(IDS[1]).contains("is damaged"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"labels.csv", "apex-offset"})
  void aPartOfThePairsThatIsMissingIsOneClearError(String part) throws Exception {
    Trees.flowPairs(root);
    Trees.move(root.resolve(part), root.resolve("aside/away/here"));
    assertError(root, part + " is missing", root.toString());
  }

  @Test
  void aListWithoutColumnsOrRowsIsOneClearError() throws Exception {
    Trees.flowPairs(root);
    Trees.text(root.resolve("labels.csv"), "database,person,clip,label\n");
    assertError(root, "lacks columns [subject]", "labels.csv");
    Trees.text(root.resolve("labels.csv"), "database,subject,clip,label\n");
    assertError(root, "has heads but no rows", "labels.csv");
    Trees.text(root.resolve("labels.csv"), "");
    assertError(root, "lacks columns [database, subject, clip, label]");
  }

  @Test
  void foldersOfTestSubjectsAreReadTogether() throws Exception {
    Inventory inventory = read(Trees.flowFolds(root));
    assertThat(inventory.problems()).isEmpty();
    assertThat(Trees.ids(inventory)).containsExactly(IDS);
    assertThat(inventory.corpus().clips())
        .extracting(LabelledClip::emotion)
        .containsExactly(Emotion.POSITIVE, Emotion.SURPRISE, Emotion.NEGATIVE);
    Clip clip = inventory.corpus().clips().get(0).clip();
    assertThat(clip.frames().files())
        .containsExactly(root.resolve("norm_u_v_os/sub01/u_test/1/sub01_EP02_01f .png"));
    assertThat(clip.apex()).hasValue(0);
    assertThat(clip.offset()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "norm_u_v_os", "norm_u_v_os/sub01", "norm_u_v_os/sub01/u_test"})
  void outerAndInnerFoldersOfFoldsGiveTheSame(String given) throws Exception {
    Trees.flowFolds(root);
    assertThat(Trees.ids(read(root.resolve(given)))).containsExactly(IDS);
  }

  @Test
  void namesInFoldsHaveOneForm() throws Exception {
    Trees.image(root.resolve("s1/u_test/0/s1_s1_ne_01.png"));
    Trees.image(root.resolve("s2/u_test/0/s2_ne_02.png"));
    assertThat(Trees.ids(read(root))).containsExactly("smic/s01/s01_ne_01", "smic/s02/s02_ne_02");
  }

  @Test
  void whatIsAmissWithOneFoldIsListed() throws Exception {
    Trees.flowFolds(root);
    Path folds = root.resolve("norm_u_v_os");
    Trees.image(folds.resolve("person7/u_test/0/person7_x.png"));
    Trees.image(folds.resolve("sub01/u_test/3/sub01_EP09_09.png"));
    Trees.image(folds.resolve("sub01/u_test/0/sub02_EP09_09.png"));
    Trees.image(folds.resolve("sub01/u_test/0/sub01_EP02_01f.png"));
    Trees.text(folds.resolve("sub01/u_test/2/sub01_EP01_01.png"), "text");
    Files.createDirectories(folds.resolve("sub05"));
    Inventory inventory = read(root);
    assertThat(Trees.ids(inventory)).contains("samm/006/006_1_2", "smic/s01/s01_ne_01");
    assertThat(Trees.lines(inventory))
        .hasSize(6)
        .anyMatch(
            l -> l.startsWith("person7/person7_x") && l.contains("not belong to a known database"))
        .anyMatch(l -> l.startsWith("sub01: folder") && l.contains("is not a class"))
        .anyMatch(l -> l.startsWith("sub01/sub02_EP09_09") && l.contains("does not begin with"))
        .anyMatch(l -> l.startsWith("casme2/sub01/EP02_01f") && l.contains("again"))
        .anyMatch(l -> l.startsWith("casme2/sub01/EP01_01") && l.contains("is not an image"))
        .anyMatch(l -> l.startsWith("sub05") && l.contains("no folder u_test"));
    assertThat(inventory.problems()).extracting(Problem::action).containsOnly(Action.LEFT_OUT);
  }

  @Test
  void nothingOfEitherLayoutIsOneClearError() throws Exception {
    assertError(root, "neither of the two layouts", "labels.csv", "u_test");
    assertError(root.resolve("none"), "no such folder");
    Files.createDirectories(root.resolve("sub01/u_test/0"));
    assertError(root, "u_test folders hold no images: the database is empty");
  }

  private Inventory read(Path folder) throws DatasetException {
    return new FlowImageReader().read(folder);
  }

  private void assertError(Path folder, String... texts) {
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(DatasetException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(texts).contains("Expected"));
  }
}
