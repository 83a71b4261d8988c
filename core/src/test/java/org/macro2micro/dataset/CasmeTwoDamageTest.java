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
import org.macro2micro.dataset.Problem.Action;

/** What is amiss with the files of a CASME II download. */
class CasmeTwoDamageTest {
  private static final String SHEET = "CASME2-coding-20140508.xlsx";

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void writeADatabase() throws IOException {
    root = Trees.casme(temp.resolve("CASME2"));
  }

  @Test
  void aFrameFolderThatIsGoneIsListed() throws Exception {
    sheet(
        Trees.casmeRow(1, "EP02_01f", 41, 43, 45, "happiness"),
        Trees.casmeRow(1, "EP77_01", 41, 43, 45, "happiness"),
        Trees.casmeRow(9, "EP01_01", 41, 43, 45, "happiness"));
    Inventory inventory = read(root);
    assertThat(Trees.ids(inventory)).containsExactly("casme2/sub01/EP02_01f");
    assertThat(Trees.lines(inventory))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("casme2/sub01/EP77_01").contains("is missing"),
            line ->
                assertThat(line).startsWith("casme2/sub09/EP01_01").contains("sub09 is missing"));
  }

  @Test
  void anEmptyFrameFolderIsListed() throws Exception {
    Files.createDirectories(root.resolve("Cropped/sub02/EP09_01"));
    sheet(Trees.casmeRow(2, "EP09_01", 41, 43, 45, "happiness"));
    assertProblem(
        read(root), "casme2/sub02/EP09_01", Action.LEFT_OUT, "EP09_01 has no jpg", "images");
  }

  @Test
  void aFrameWithoutBytesIsListedWhereverItLies() throws Exception {
    Trees.truncate(root.resolve("Cropped/sub01/EP02_01f/reg_img42.jpg"), 0);
    assertDamage("reg_img42.jpg is empty (0 bytes)");
  }

  @Test
  void aTruncatedFrameIsListed() throws Exception {
    Trees.truncate(root.resolve("Cropped/sub01/EP02_01f/reg_img43.jpg"), 12);
    assertDamage("reg_img43.jpg is damaged");
  }

  @Test
  void aFrameOfOnePixelIsListed() throws Exception {
    Trees.image(root.resolve("Cropped/sub01/EP02_01f/reg_img49.jpg"), 1, 1);
    assertDamage("reg_img49.jpg is 1x1 pixels");
  }

  @Test
  void aTextFileNamedAsAFrameIsListed() throws Exception {
    Trees.text(root.resolve("Cropped/sub01/EP02_01f/reg_img41.jpg"), "no image at all, just text");
    assertDamage("reg_img41.jpg is not an image");
  }

  @Test
  void aMissingSheetIsOneClearError() throws Exception {
    Files.delete(root.resolve(SHEET));
    assertError(
        root, "coding sheet is missing", root.toString(), "CASME2-coding", "Copy the sheet");
  }

  @Test
  void unknownColumnsAreOneClearError() throws Exception {
    Trees.xlsx(
        root.resolve(SHEET),
        List.of(
            List.of("Subject", "Filename", "Start", "ApexFrame", "OffsetFrame", "Mood"),
            List.of(1, "EP02_01f", 41, 43, 45, "happiness")));
    assertError(root, "lacks columns [OnsetFrame, Estimated Emotion]", SHEET, "in any order");
  }

  @Test
  void anEmptyDatabaseIsOneClearError() throws Exception {
    sheet();
    assertError(root, "has heads but no rows", SHEET);
    Path empty = Files.createDirectories(temp.resolve("empty"));
    assertError(empty, "coding sheet is missing", "empty");
  }

  @Test
  void missingFramesAreOneClearError() throws Exception {
    Files.move(root.resolve("Cropped"), temp.resolve("elsewhere"));
    assertError(root, "frames are missing", "Cropped or CASME2_RAW_selected");
  }

  @Test
  void aMissingFolderIsOneClearError() {
    assertError(temp.resolve("none"), "no such folder", "none", "Check the spelling");
    assertError(root.resolve(SHEET), "this is not a folder", SHEET);
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

  private void assertDamage(String text) throws DatasetException {
    Inventory inventory = read(root);
    assertProblem(inventory, "casme2/sub01/EP02_01f", Action.LEFT_OUT, text);
    assertThat(inventory.corpus().clips()).hasSize(2);
  }

  private static void assertProblem(
      Inventory inventory, String clip, Action action, String... texts) {
    assertThat(inventory.problems()).hasSize(1);
    Problem problem = inventory.problems().get(0);
    assertThat(problem.clip()).isEqualTo(clip);
    assertThat(problem.action()).isEqualTo(action);
    assertThat(problem.problem()).contains(texts);
  }

  private void assertError(Path folder, String... texts) {
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(DatasetException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(texts).contains("Expected"));
  }
}
