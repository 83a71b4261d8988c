package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;

class CkPlusReaderTest {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void writeADatabase() throws IOException {
    root = Trees.ckPlus(temp.resolve("CK+"));
  }

  @Test
  void sequencesRunFromOnsetToApexAndThoseWithoutLabelAreCounted() throws Exception {
    Inventory inventory = read(root);
    assertThat(Trees.ids(inventory))
        .containsExactly("ckplus/S005/001", "ckplus/S005/002", "ckplus/S010/001");
    assertThat(inventory.corpus().clips())
        .extracting(LabelledClip::emotion)
        .containsExactly(Emotion.SURPRISE, Emotion.ANGER, Emotion.HAPPINESS);
    Clip clip = inventory.corpus().clips().get(1).clip();
    assertThat(clip.onset()).isZero();
    assertThat(clip.apex()).hasValue(3);
    assertThat(clip.offset()).isEqualTo(3);
    assertThat(clip.frames().files().get(0)).hasFileName("S005_002_00000001.png");
    assertOnlyUnlabelled(inventory);
  }

  @Test
  void manySequencesWithoutLabelAreStillOneNote() throws Exception {
    for (int i = 3; i < 9; i++) {
      Trees.ckSequence(root, "S010", "00" + i, 2);
    }
    assertThat(read(root).problems())
        .singleElement()
        .satisfies(
            p ->
                assertThat(p.problem())
                    .contains("7 of 10 sequences", "(S010/002, S010/003, S010/004, ...)"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, ANGER",
    "2, CONTEMPT",
    "3, DISGUST",
    "4, FEAR",
    "5, HAPPINESS",
    "6, SADNESS",
    "7, SURPRISE"
  })
  void labelsAreTheAuthorsNumbers(int code, Emotion emotion) throws Exception {
    Trees.ckLabel(root, "S010", "002", 3, "   " + code + ".0000000e+00\n");
    Inventory inventory = read(root);
    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.corpus().clips().get(3).emotion()).isEqualTo(emotion);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "3.0", " 3.000E+000 ", "3e0", "\r\n3.0\r\n"})
  void numbersAreReadInAnyForm(String text) throws Exception {
    Trees.ckLabel(root, "S010", "002", 3, text);
    assertThat(read(root).corpus().clips().get(3).emotion()).isEqualTo(Emotion.DISGUST);
  }

  @Test
  void neutralIsListedAndLeftOut() throws Exception {
    Trees.ckLabel(root, "S010", "002", 3, "   0.0000000e+00");
    assertLeftOut(read(root), "ckplus/S010/002", "says 0, neutral");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "3.5", "3e1", "happy", "", "NaN", "-1", "0x1p1", "1 2"})
  void unknownLabelsAreListed(String text) throws Exception {
    Trees.ckLabel(root, "S010", "002", 3, text);
    assertLeftOut(read(root), "ckplus/S010/002", "_emotion.txt is unknown: expected one number");
  }

  @Test
  void hugeLabelFilesAreNotRead() throws Exception {
    Trees.ckLabel(root, "S010", "002", 3, "3" + " ".repeat(2_000));
    assertLeftOut(read(root), "ckplus/S010/002", "is unknown");
  }

  @Test
  void labelFilesThatDisagreeAreListed() throws Exception {
    Trees.ckLabel(root, "S010", "001", 2, "   4.0000000e+00\n");
    Inventory inventory = read(root);
    assertThat(Trees.lines(inventory))
        .anyMatch(l -> l.startsWith("ckplus/S010/001: its label files disagree"));
  }

  @Test
  void aLabelWithoutImagesIsListed() throws Exception {
    Trees.ckLabel(root, "S011", "004", 9, "   4.0000000e+00\n");
    assertThat(Trees.lines(read(root)))
        .anyMatch(l -> l.startsWith("ckplus/S011/004") && l.contains("images is missing"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extended-cohn-kanade-images/cohn-kanade-images",
        "cohn-kanade-images/cohn-kanade-images",
        "Cohn-Kanade-Images"
      })
  void nestedImageFoldersAreFound(String place) throws Exception {
    Path aside = Files.move(root.resolve("cohn-kanade-images"), temp.resolve("aside"));
    Trees.move(aside, root.resolve(place));
    Files.move(root.resolve("Emotion"), root.resolve("Emotion_labels"));
    assertThat(read(root).corpus().clips()).hasSize(3);
    assertThat(read(root.resolve(place)).corpus().clips()).hasSize(3);
    assertThat(read(root.resolve("Emotion_labels")).corpus().clips()).hasSize(3);
  }

  @Test
  void lowerCaseFoldersGiveTheSameIds() throws Exception {
    Files.move(root.resolve("Emotion/S005"), root.resolve("Emotion/s005"));
    assertThat(Trees.ids(read(root))).contains("ckplus/S005/001");
  }

  @Test
  void framesThatCanNotBeUsedAreListed() throws Exception {
    Path images = root.resolve("cohn-kanade-images");
    Trees.truncate(images.resolve("S005/001/S005_001_00000003.png"), 20);
    Trees.image(images.resolve("S005/002/S005_002_00000001.png"), 1, 1);
    Trees.text(images.resolve("S010/001/S010_001_00000002.png"), "");
    Inventory inventory = read(root);
    assertThat(inventory.corpus().clips()).isEmpty();
    assertThat(Trees.lines(inventory))
        .anyMatch(l -> l.startsWith("ckplus/S005/001") && l.contains("00000003.png is damaged"))
        .anyMatch(l -> l.startsWith("ckplus/S005/002") && l.contains("is 1x1 pixels"))
        .anyMatch(l -> l.startsWith("ckplus/S010/001") && l.contains("is empty (0 bytes)"));
  }

  @Test
  void aSequenceNeedsTwoImages() throws Exception {
    Trees.ckSequence(root, "S010", "002", 1);
    Files.delete(root.resolve("cohn-kanade-images/S010/002/S010_002_00000002.png"));
    Files.delete(root.resolve("cohn-kanade-images/S010/002/S010_002_00000003.png"));
    Trees.ckLabel(root, "S010", "002", 3, "   4.0000000e+00\n");
    assertLeftOut(read(root), "ckplus/S010/002", "has 1 images, expected at least 2");
  }

  @Test
  void whatIsMissingIsOneClearError() throws Exception {
    assertError(temp.resolve("none"), "no such folder", "none");
    Path emotion = Files.move(root.resolve("Emotion"), temp.resolve("aside"));
    assertError(root, "the emotion labels are missing", "a folder Emotion", "Unpack");
    Files.move(emotion, root.resolve("Emotion"));
    Files.move(root.resolve("cohn-kanade-images"), temp.resolve("aside"));
    assertError(root, "the image sequences are missing", "cohn-kanade-images");
    Files.createDirectories(root.resolve("cohn-kanade-images/S005"));
    assertError(root, "no image sequences: the database is empty", "S005/001");
  }

  private Inventory read(Path folder) throws DatasetException {
    return new CkPlusReader().read(folder);
  }

  private static void assertOnlyUnlabelled(Inventory inventory) {
    assertThat(inventory.problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.clip()).isEqualTo("ckplus");
              assertThat(p.action()).isEqualTo(Action.NOTED);
              assertThat(p.problem()).contains("1 of 4 sequences", "(S010/002)");
            });
  }

  private static void assertLeftOut(Inventory inventory, String clip, String text) {
    assertThat(inventory.problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.clip()).isEqualTo(clip);
              assertThat(p.action()).isEqualTo(Action.LEFT_OUT);
              assertThat(p.problem()).contains(text);
            });
    assertThat(inventory.corpus().clips()).hasSize(3);
  }

  private void assertError(Path folder, String... texts) {
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(DatasetException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(texts).contains("Expected"));
  }
}
