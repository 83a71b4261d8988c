package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

class SammReaderTest {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void writeADatabase() throws IOException {
    root = Trees.samm(temp.resolve("SAMM"));
  }

  @Test
  void framesAreFoundByTheNumbersOfTheFilm() throws Exception {
    Inventory inventory = read(root);
    assertThat(inventory.problems()).isEmpty();
    assertThat(Trees.ids(inventory))
        .containsExactly("samm/006/006_1_2", "samm/006/006_2_1", "samm/013/013_1_9");
    assertThat(inventory.corpus().clips())
        .extracting(LabelledClip::emotion)
        .containsExactly(Emotion.ANGER, Emotion.SURPRISE, Emotion.OTHER);
    Clip clip = clip(inventory, "samm/006/006_1_2");
    assertThat(clip.onset()).isEqualTo(2);
    assertThat(clip.apex()).hasValue(5);
    assertThat(clip.offset()).isEqualTo(7);
    assertThat(clip.frames().files().get(5)).hasFileName("006_01003.jpg");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 39})
  void thePrefaceMayHaveAnyLength(int rows) throws Exception {
    List<List<Object>> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      all.add(List.of("preface " + i));
    }
    all.add(Trees.SAMM_HEADS);
    all.add(Trees.sammRow("006", "006_1_2", 1000, 1003, 1005, 6, "Anger"));
    Trees.xlsx(root.resolve("SAMM_Micro_FACS_Codes_v2.xlsx"), all);
    assertThat(Trees.ids(read(root))).containsExactly("samm/006/006_1_2");
  }

  @ParameterizedTest
  @CsvSource({"6,006_1_2", "06,6_1_2", "006,1_2", "6.0,006_1_2"})
  void subjectsThatLostTheirZerosAreTheSame(String subject, String clip) throws Exception {
    Object cell = subject.contains(".") ? (Object) Double.valueOf(subject) : subject;
    Trees.sammSheet(root, Trees.sammRow(cell, clip, 1000, 1003, 1005, 6, "Anger"));
    Files.move(root.resolve("006"), root.resolve("6"));
    Inventory inventory = read(root);
    assertThat(inventory.problems()).isEmpty();
    assertThat(Trees.ids(inventory)).containsExactly("samm/006/006_1_2");
  }

  @Test
  void anOffsetBeforeTheOnsetIsMendedByTheDuration() throws Exception {
    Trees.sammSheet(root, Trees.sammRow("006", "006_1_2", 1000, 1003, 105, 6, "Anger"));
    Inventory inventory = read(root);
    assertThat(clip(inventory, "samm/006/006_1_2").offset()).isEqualTo(7);
    assertProblem(
        inventory,
        Action.CORRECTED,
        "offset frame 105 comes before onset frame 1000",
        "duration of 6 frames puts it at 1005");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-895", "0", "unknown"})
  void anOffsetThatNoDurationMendsIsTheFoldersLastFrame(String duration) throws Exception {
    Trees.sammSheet(root, Trees.sammRow("006", "006_1_2", 1000, 1003, 105, duration, "Anger"));
    Inventory inventory = read(root);
    assertThat(clip(inventory, "samm/006/006_1_2").offset()).isEqualTo(9);
    assertProblem(inventory, Action.CORRECTED, "offset frame 105", "folder's last frame is used");
  }

  @Test
  void anOffsetWithAWrongFirstDigitIsTheFoldersLastFrame() throws Exception {
    Trees.sammSheet(root, Trees.sammRow("006", "006_1_2", 1000, 1003, 2005, 6, "Anger"));
    Inventory inventory = read(root);
    assertThat(clip(inventory, "samm/006/006_1_2").offset()).isEqualTo(9);
    assertProblem(inventory, Action.CORRECTED, "offset frame 2005", "frame 1007 is used");
  }

  @Test
  void anApexAfterTheOffsetIsDroppedWhereTheDurationAgreesWithTheOffset() throws Exception {
    Trees.sammSheet(root, Trees.sammRow("006", "006_1_2", 1000, 1006, 1005, 6, "Anger"));
    Inventory inventory = read(root);
    assertThat(clip(inventory, "samm/006/006_1_2").apex()).isEmpty();
    assertProblem(inventory, Action.NOTED, "apex frame 1006", "1000 to 1005");
  }

  @Test
  void anApexAfterTheOffsetStaysWhereTheDurationPutsTheOffsetBehindIt() throws Exception {
    Trees.sammSheet(root, Trees.sammRow("006", "006_1_2", 1000, 1006, 1003, 8, "Anger"));
    Inventory inventory = read(root);
    assertThat(clip(inventory, "samm/006/006_1_2").apex()).hasValue(8);
    assertThat(clip(inventory, "samm/006/006_1_2").offset()).isEqualTo(9);
    assertProblem(inventory, Action.CORRECTED, "comes before apex frame 1006", "puts it at 1007");
  }

  @Test
  void aSheetWithoutDurationsIsReadButMendsNothing() throws Exception {
    Trees.xlsx(
        root.resolve("SAMM_Micro_FACS_Codes_v2.xlsx"),
        List.of(
            List.of("Subject", "Filename", "Onset", "Apex", "Offset", "AU", "Emotion"),
            List.of("006", "006_1_2", 1000, 1003, 1005, "R4", "anger"),
            List.of("006", "006_2_1", 1000, 1003, 105, "4", "anger")));
    Inventory inventory = read(root);
    assertThat(Trees.ids(inventory)).containsExactly("samm/006/006_1_2");
    assertProblem(inventory, Action.LEFT_OUT, "offset frame 105 comes before onset frame 1000");
  }

  /** 37258 is 2 January 2002, 37408 1 June 2002 and 38719 2 January 2006 to a spreadsheet. */
  @ParameterizedTest
  @CsvSource({
    "37408,006_1_2",
    "38719,006_1_2",
    "2006-01-02,006_1_2",
    "2006-02-01 00:00:00,006_2_1"
  })
  void datesThatExcelMadeOfClipNamesAreTurnedBack(String cell, String clip) throws Exception {
    Object name = cell.matches("\\d+") ? (Object) Integer.valueOf(cell) : cell;
    Trees.sammSheet(root, Trees.sammRow("006", name, 1000, 1003, 1005, 6, "Anger"));
    Inventory inventory = read(root);
    assertThat(Trees.ids(inventory)).containsExactly("samm/006/" + clip);
    assertProblem(inventory, Action.CORRECTED, "is a date", clip + " is used");
    assertThat(new SammReader().readLabels(root).labels()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"37258", "2007-01-02", "2006-03-03"})
  void datesThatFitNoClipAreListed(String cell) throws Exception {
    Trees.sammSheet(root, Trees.sammRow("006", cell, 1000, 1003, 1005, 6, "Anger"));
    Inventory inventory = read(root);
    assertThat(inventory.corpus().clips()).isEmpty();
    assertProblem(inventory, Action.LEFT_OUT, "is a date", "write the name back");
  }

  @Test
  void theSheetAloneGivesTheLabels() throws Exception {
    Path sheet = temp.resolve("a/b/c/d/sheet only");
    Files.createDirectories(sheet);
    Files.move(
        root.resolve("SAMM_Micro_FACS_Codes_v2.xlsx"),
        sheet.resolve("SAMM_Micro_FACS_Codes_v2.xlsx"));
    Inventory labels = new SammReader().readLabels(sheet);
    assertThat(labels.labels().values())
        .containsExactly(Emotion.ANGER, Emotion.SURPRISE, Emotion.OTHER);
    assertThatThrownBy(() -> read(sheet))
        .hasMessageContaining("the frames are missing")
        .hasMessageContaining("--no-frames");
    assertThatThrownBy(() -> read(root)).hasMessageContaining("the coding sheet is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAMM", "SAMM/SAMM", "SAMM/006"})
  void outerAndInnerFoldersGiveTheSame(String given) throws Exception {
    Path aside = Files.move(root, temp.resolve("aside"));
    Path inner = given.equals("SAMM/SAMM") ? temp.resolve("SAMM/SAMM") : root;
    Trees.move(aside, inner);
    assertThat(read(temp.resolve(given.replace("/006", ""))).corpus().clips()).hasSize(3);
    assertThat(read(temp).corpus().clips()).hasSize(3);
  }

  private Inventory read(Path folder) throws DatasetException {
    return new SammReader().read(folder);
  }

  private static void assertProblem(Inventory inventory, Action action, String... texts) {
    assertThat(inventory.problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.action()).isEqualTo(action);
              assertThat(p.problem()).contains(texts);
            });
  }

  private static Clip clip(Inventory inventory, String id) {
    return inventory.corpus().clips().stream()
        .map(LabelledClip::clip)
        .filter(clip -> clip.id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
