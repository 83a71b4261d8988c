package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;

class CasmeTwoReaderTest {
  private static final String SHEET = "CASME2-coding-20140508.xlsx";

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void writeADatabase() throws IOException {
    root = Trees.casme(temp.resolve("CASME2"));
  }

  @Test
  void aSoundDatabaseHasNoProblems() throws DatasetException {
    Inventory inventory = read(root);
    assertThat(inventory.database()).isEqualTo("casme2");
    assertThat(inventory.folder()).isEqualTo(root);
    assertThat(inventory.problems()).isEmpty();
    assertThat(Trees.ids(inventory))
        .containsExactly("casme2/sub01/EP02_01f", "casme2/sub01/EP03_02", "casme2/sub02/EP01_11f");
    LabelledClip first = inventory.corpus().clips().get(0);
    assertThat(first.emotion()).isEqualTo(Emotion.HAPPINESS);
    Clip clip = first.clip();
    assertThat(clip.frames().content()).isEqualTo(Frames.Content.FACE);
    assertThat(clip.frames().count()).isEqualTo(10);
    assertThat(clip.onset()).isEqualTo(1);
    assertThat(clip.apex()).hasValue(3);
    assertThat(clip.offset()).isEqualTo(5);
    assertThat(clip.frames().files().get(clip.apex().getAsInt())).hasFileName("reg_img43.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cropped", "Cropped/Cropped"})
  void outerAndInnerFoldersGiveTheSame(String given) throws Exception {
    Path cropped = root.resolve("Cropped");
    Path aside = Files.move(cropped, temp.resolve("aside"));
    Trees.move(aside, cropped.resolve("Cropped"));
    Inventory inventory = read(root.resolve(given));
    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.corpus().clips()).hasSize(3);
  }

  @Test
  void theFolderAroundTheDownloadWorks() throws Exception {
    Trees.move(root, temp.resolve("outer/CASME2/CASME2"));
    assertThat(read(temp.resolve("outer")).corpus().clips()).hasSize(3);
    assertThat(read(temp.resolve("outer/CASME2")).corpus().clips()).hasSize(3);
  }

  @Test
  void rawFramesAreReadWhereThereAreNoCroppedOnes() throws Exception {
    Files.move(root.resolve("Cropped"), root.resolve("CASME2_RAW_selected"));
    assertThat(read(root).corpus().clips()).hasSize(3);
  }

  @Test
  void croppedFramesArePreferredToRawOnes() throws Exception {
    Trees.casmeFrames(root.resolve("CASME2_RAW_selected/sub01/EP02_01f"), 1, 90);
    Clip clip = clip(read(root), "casme2/sub01/EP02_01f");
    assertThat(clip.frames().files()).allMatch(file -> file.toString().contains("Cropped"));
  }

  @Test
  void namesMatchWithoutRegardToCase() throws Exception {
    Files.move(root.resolve("Cropped/sub01"), root.resolve("Cropped/SUB1"));
    Files.move(root.resolve("Cropped/SUB1/EP02_01f"), root.resolve("Cropped/SUB1/ep02_01F"));
    Files.move(root.resolve("Cropped"), root.resolve("CROPPED"));
    Files.move(root.resolve(SHEET), root.resolve("casme2-Coding-20140508.XLSX"));
    Inventory inventory = read(root);
    assertThat(inventory.problems()).isEmpty();
    assertThat(Trees.ids(inventory)).contains("casme2/sub01/EP02_01f");
  }

  @Test
  void idsDoNotDependOnHowTheSheetWritesNames() throws Exception {
    sheet(
        Trees.casmeRow("01", "ep02_01F ", "41", "43", "45", "happiness"),
        Trees.casmeRow("sub01", "EP03_02", 40.0, 42.0, 49.0, "disgust"),
        Trees.casmeRow(" Sub2\u00a0", "EP01_11f", " 42 ", "44", "46.0", "others"));
    Inventory inventory = read(root);
    assertThat(inventory.problems()).isEmpty();
    assertThat(Trees.ids(inventory))
        .containsExactly("casme2/sub01/EP02_01f", "casme2/sub01/EP03_02", "casme2/sub02/EP01_11f");
  }

  @Test
  void columnsAreFoundByTheirHeadsInAnyOrderAndSpelling() throws Exception {
    Trees.xlsx(
        root.resolve(SHEET),
        List.of(
            List.of("Coding of CASME II"),
            List.of(),
            List.of(
                "estimated  emotion",
                "",
                "OFFSET FRAME",
                "Apex_Frame",
                "onsetframe",
                "",
                "File Name",
                "SUBJECT",
                "Subject",
                "Estimated Emotion",
                "ACTION  unit"),
            List.of("Happiness ", "", 45, 43, 41, "", "EP02_01f", "", 1, "happiness", "4")));
    Inventory inventory = read(root);
    // Heads that are doubled with different texts are told, even where only the case differs.
    assertThat(inventory.problems())
        .singleElement()
        .extracting(Problem::action)
        .isEqualTo(Action.NOTED);
    assertThat(Trees.ids(inventory)).containsExactly("casme2/sub01/EP02_01f");
    assertThat(clip(inventory, "casme2/sub01/EP02_01f").apex()).hasValue(3);
  }

  @Test
  void framesAreOrderedByNumberAndReadInAllFormats() throws Exception {
    Path folder = root.resolve("Cropped/sub01/EP05_01");
    for (String name : List.of("img9.JPG", "img10.png", "img11.bmp", "img100.jpeg")) {
      Trees.image(folder.resolve(name));
    }
    Trees.text(folder.resolve("Thumbs.db"), "x");
    Trees.text(folder.resolve("._img9.jpg"), "x");
    sheet(Trees.casmeRow(1, "EP05_01", 9, 11, 100, "surprise"));
    Inventory inventory = read(root);
    assertThat(inventory.problems()).isEmpty();
    Clip clip = clip(inventory, "casme2/sub01/EP05_01");
    assertThat(clip.frames().files().stream().map(f -> f.getFileName().toString()))
        .containsExactly("img9.JPG", "img10.png", "img11.bmp", "img100.jpeg");
    assertThat(clip.apex()).hasValue(2);
    assertThat(clip.offset()).isEqualTo(3);
  }

  @Test
  void imagesWithoutNumberOrWithOneTwiceAreNoted() throws Exception {
    Trees.image(root.resolve("Cropped/sub01/EP02_01f/cover.jpg"));
    Trees.image(root.resolve("Cropped/sub01/EP02_01f/img44.png"));
    Inventory inventory = read(root);
    assertThat(clip(inventory, "casme2/sub01/EP02_01f").frames().count()).isEqualTo(10);
    assertThat(inventory.problems())
        .extracting(Problem::clip, Problem::action)
        .containsOnly(org.assertj.core.groups.Tuple.tuple("casme2/sub01/EP02_01f", Action.NOTED));
    assertThat(Trees.lines(inventory))
        .hasSize(2)
        .anyMatch(line -> line.contains("cover.jpg has no frame number"))
        .anyMatch(line -> line.contains("reg_img44.jpg have the same frame number"));
  }

  @Test
  void anApexThatIsASlashIsNotedAndEmpty() throws Exception {
    sheet(Trees.casmeRow(1, "EP02_01f", 41, "/", 45, "happiness"));
    Inventory inventory = read(root);
    assertProblem(inventory, "casme2/sub01/EP02_01f", Action.NOTED, "apex \"/\"");
    assertThat(clip(inventory, "casme2/sub01/EP02_01f").apex()).isEqualTo(OptionalInt.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 46})
  void anApexOutsideOnsetToOffsetIsNotedAndEmpty(int apex) throws Exception {
    sheet(Trees.casmeRow(1, "EP02_01f", 41, apex, 45, "happiness"));
    Inventory inventory = read(root);
    assertProblem(
        inventory, "casme2/sub01/EP02_01f", Action.NOTED, "apex frame " + apex, "41 to 45");
    assertThat(clip(inventory, "casme2/sub01/EP02_01f").apex()).isEmpty();
  }

  @Test
  void anOffsetBeyondTheFolderIsCorrectedToItsLastFrame() throws Exception {
    sheet(Trees.casmeRow(1, "EP02_01f", 41, 43, 59, "happiness"));
    Inventory inventory = read(root);
    assertProblem(
        inventory,
        "casme2/sub01/EP02_01f",
        Action.CORRECTED,
        "offset frame 59",
        "frames 40 to 49",
        "frame 49 is used");
    assertThat(clip(inventory, "casme2/sub01/EP02_01f").offset()).isEqualTo(9);
  }

  @Test
  void anOnsetBeforeTheFolderIsCorrectedToItsFirstFrame() throws Exception {
    sheet(Trees.casmeRow(1, "EP02_01f", 30, 43, 45, "happiness"));
    Inventory inventory = read(root);
    assertProblem(inventory, "casme2/sub01/EP02_01f", Action.CORRECTED, "onset frame 30");
    assertThat(clip(inventory, "casme2/sub01/EP02_01f").onset()).isZero();
  }

  @Test
  void anApexWhoseFrameIsGoneMovesToTheFrameBefore() throws Exception {
    Files.delete(root.resolve("Cropped/sub01/EP02_01f/reg_img43.jpg"));
    Inventory inventory = read(root);
    assertProblem(inventory, "casme2/sub01/EP02_01f", Action.CORRECTED, "apex frame 43", "42");
    assertThat(clip(inventory, "casme2/sub01/EP02_01f").apex()).hasValue(2);
  }

  @Test
  void codesThatCanNotBeAreLeftOut() throws Exception {
    sheet(
        Trees.casmeRow(1, "EP02_01f", 45, 43, 41, "happiness"),
        Trees.casmeRow(1, "EP03_02", 60, 65, 70, "disgust"),
        Trees.casmeRow(2, "EP01_11f", "?", 44, 46, "others"));
    Inventory inventory = read(root);
    assertThat(inventory.corpus().clips()).isEmpty();
    assertThat(Trees.lines(inventory))
        .satisfiesExactly(
            line -> assertThat(line).contains("offset frame 41 comes before onset frame 45"),
            line -> assertThat(line).contains("none of the frames 60 to 70", "frames 40 to 49"),
            line -> assertThat(line).contains("onset \"?\" is not a frame number"));
    assertThat(inventory.problems()).extracting(Problem::action).containsOnly(Action.LEFT_OUT);
  }

  @Test
  void aClipNamedTwiceIsReadOnce() throws Exception {
    sheet(
        Trees.casmeRow(1, "EP02_01f", 41, 43, 45, "happiness"),
        Trees.casmeRow(1, "EP02_01f", 41, 43, 45, "happiness"),
        Trees.casmeRow("01", "EP02_01f", 41, 44, 45, "disgust"));
    Inventory inventory = read(root);
    assertThat(Trees.ids(inventory)).containsExactly("casme2/sub01/EP02_01f");
    assertThat(Trees.lines(inventory))
        .satisfiesExactly(
            line -> assertThat(line).contains("row 3", "the same codes as row 2", "left out"),
            line -> assertThat(line).contains("row 4", "other codes as row 2", "left out"));
  }

  @Test
  void anUnknownEmotionIsListed() throws Exception {
    sheet(
        Trees.casmeRow(1, "EP02_01f", 41, 43, 45, "joyfulness"),
        Trees.casmeRow(1, "EP03_02", 40, 42, 49, " DISGUST "));
    Inventory inventory = read(root);
    assertProblem(
        inventory,
        "casme2/sub01/EP02_01f",
        Action.LEFT_OUT,
        "emotion \"joyfulness\" is unknown",
        "happiness");
    assertThat(Trees.ids(inventory)).containsExactly("casme2/sub01/EP03_02");
  }

  @Test
  void rowsWithoutSubjectOrClipAreListedByTheirNumber() throws Exception {
    sheet(
        Trees.casmeRow("", "EP02_01f", 41, 43, 45, "happiness"),
        Trees.casmeRow(1, "", 41, 43, 45, "happiness"),
        Trees.casmeRow(1, "a/b", 41, 43, 45, "happiness"));
    assertThat(Trees.lines(read(root)))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("row 2 of " + SHEET).contains("subject \"\""),
            line -> assertThat(line).startsWith("row 3 of " + SHEET).contains("clip name \"\""),
            line -> assertThat(line).startsWith("row 4 of " + SHEET).contains("slash"));
  }

  @Test
  void theLatestOfSeveralEditionsIsReadAndTheOthersNoted() throws Exception {
    Trees.xlsx(
        root.resolve("CASME2-coding-20190701.xlsx"),
        List.of(Trees.CASME_HEADS, Trees.casmeRow(1, "EP02_01f", 41, 44, 45, "happiness")));
    Trees.text(root.resolve("~$CASME2-coding-20190701.xlsx"), "lock");
    Inventory inventory = read(root);
    assertProblem(inventory, "casme2", Action.NOTED, "20190701.xlsx is used, not", SHEET);
    assertThat(clip(inventory, "casme2/sub01/EP02_01f").apex()).hasValue(4);
  }

  @Test
  void framesWithoutAFolderOfTheirOwnAreFound() throws Exception {
    Files.move(root.resolve("Cropped/sub01"), root.resolve("sub01"));
    Files.move(root.resolve("Cropped"), temp.resolve("elsewhere"));
    assertThat(read(root).corpus().clips()).hasSize(2);
  }

  private Inventory read(Path folder) throws DatasetException {
    return new CasmeTwoReader().read(folder);
  }

  @SafeVarargs
  private void sheet(List<Object>... rows) throws IOException {
    List<List<Object>> all = new ArrayList<>(List.of(Trees.CASME_HEADS));
    all.addAll(List.of(rows));
    Trees.xlsx(root.resolve(SHEET), all);
  }

  private static void assertProblem(
      Inventory inventory, String clip, Action action, String... texts) {
    assertThat(inventory.problems()).hasSize(1);
    Problem problem = inventory.problems().get(0);
    assertThat(problem.clip()).isEqualTo(clip);
    assertThat(problem.action()).isEqualTo(action);
    assertThat(problem.problem()).contains(texts);
  }

  private static Clip clip(Inventory inventory, String id) {
    return inventory.corpus().clips().stream()
        .map(LabelledClip::clip)
        .filter(clip -> clip.id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Saved as a text by a spreadsheet program that separates by semicolons. */
  @Test
  void aSheetThatWasSavedAsATextIsReadWhereThereIsNoWorkbook() throws Exception {
    Trees.casme(root);
    Inventory workbook = new CasmeTwoReader().read(root);
    String text =
        "\uFEFFSubject;Filename;;OnsetFrame;ApexFrame;OffsetFrame;;Action Units;Estimated Emotion\r\n"
            + "1;EP02_01f;;41;43;45;;4;happiness\r\n1;EP03_02;;40;42;49;;4;disgust\r\n"
            + "2;EP01_11f;;42;44;46;;4;others\r\n";
    Path csv = Trees.text(root.resolve("CASME2-coding-20190701.csv"), text);
    assertThat(new CasmeTwoReader().read(root)).isEqualTo(workbook);
    Files.delete(root.resolve("CASME2-coding-20140508.xlsx"));
    assertThat(new CasmeTwoReader().read(root)).isEqualTo(workbook);
    Files.delete(csv);
  }

  @Test
  void aClipOfOneFrameIsLeftOut() throws Exception {
    Trees.casme(root);
    Trees.xlsx(
        root.resolve("CASME2-coding-20140508.xlsx"),
        List.of(
            Trees.CASME_HEADS,
            Trees.casmeRow(1, "EP02_01f", 41, 41, 41, "happiness"),
            Trees.casmeRow(1, "EP03_02", 40, 42, 49, "disgust")));
    Inventory read = new CasmeTwoReader().read(root);
    assertThat(Trees.ids(read)).containsExactly("casme2/sub01/EP03_02");
    assertThat(Trees.lines(read))
        .anyMatch(line -> line.contains("onset and offset are the same frame"));
  }
}
