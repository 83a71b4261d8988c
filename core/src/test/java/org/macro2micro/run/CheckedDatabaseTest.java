package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.dataset.CasmeTwoReader;
import org.macro2micro.dataset.Inventory;
import org.macro2micro.dataset.Problem;
import org.macro2micro.dataset.Trees;

class CheckedDatabaseTest {
  @TempDir private Path folder;

  private Inventory checked(String settings) throws Exception {
    return CheckedDatabase.of(
        new CasmeTwoReader().read(folder),
        ExperimentFile.parse("test", settings, List.of()).settings().preprocess(),
        RunListener.silent());
  }

  /** Frames 41 to 45 with the apex at 43 are the clip's; all of them are taken. */
  @Test
  void aFrameBehindWhoseHeaderThePictureIsCutLeavesTheClipOut() throws Exception {
    Trees.casme(folder);
    assertThat(checked("").problems()).isEmpty();
    Path frame = folder.resolve("Cropped/sub01/EP02_01f/reg_img42.jpg");
    byte[] whole = Files.readAllBytes(frame);
    Files.write(frame, Arrays.copyOf(whole, whole.length - 60));
    Trees.image(folder.resolve("Cropped/sub01/EP03_02/reg_img41.jpg"), 9, 6);
    Inventory read = new CasmeTwoReader().read(folder);
    assertThat(read.problems()).isEmpty();

    Inventory checked = checked("");
    assertThat(checked.corpus().clips()).hasSize(1);
    assertThat(checked.problems()).hasSize(2);
    assertThat(checked.problems().get(0).toString())
        .startsWith("casme2/sub01/EP02_01f: image")
        .contains("reg_img42.jpg is damaged")
        .endsWith("[left out]");
    assertThat(checked.problems().get(1).toString()).contains("9x6 pixels", "8x6", "[left out]");
  }

  @Test
  void aDamagedFrameThatTheSettingsPassOverIsNoted() throws Exception {
    Trees.casme(folder);
    Path frame = folder.resolve("Cropped/sub01/EP02_01f/reg_img42.jpg");
    Files.write(frame, Arrays.copyOf(Files.readAllBytes(frame), 300));
    Inventory checked = checked("preprocess: {input: flow, frames: 2}\n");
    assertThat(checked.corpus().clips()).hasSize(3);
    assertThat(checked.problems()).hasSize(1);
    assertThat(checked.problems().get(0).action()).isEqualTo(Problem.Action.NOTED);
    assertThat(checked.problems().get(0).problem())
        .contains("a run whose settings take this frame");
  }
}
