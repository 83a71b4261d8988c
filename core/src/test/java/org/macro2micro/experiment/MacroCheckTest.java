package org.macro2micro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Prediction;

/** MaNet's own check and its place in the run's folder. */
class MacroCheckTest {
  @TempDir Path folder;
  private RunDirectory run;

  @BeforeEach
  void open() {
    run = new RunDirectory(folder.resolve("run"));
  }

  @Test
  void accuracyIsAShareOfTheHeldOutClips() {
    assertThat(check(1).accuracy()).isEqualTo(.5);
    assertThat(check(0).accuracy()).isZero();
    assertThat(new MacroCheck(9, 7, 0, List.of(), List.of()).accuracy()).isNaN();
  }

  @Test
  void itKeepsWhatItWasGiven() {
    List<Prediction> predictions = new ArrayList<>(predictions());
    List<CurvePoint> curve = new ArrayList<>(List.of(ExperimentCases.point("MaNet", 1, 1.5)));
    MacroCheck check = new MacroCheck(30, 2, 1, predictions, curve);
    predictions.clear();
    curve.clear();
    assertThat(check.predictions()).hasSize(2);
    assertThat(check.curve()).hasSize(1);
  }

  @Test
  void aKeptCheckComesBackTheSame() throws IOException {
    assertThat(run.findMacroCheck("key")).isEmpty();
    run.save(check(1), "key");
    assertThat(run.findMacroCheck("key")).contains(check(1));
    assertThat(run.findMacroCheck("another key")).isEmpty();
    run.save(check(2), "another key");
    assertThat(run.findMacroCheck("another key")).contains(check(2));
    assertThat(run.findMacroCheck("key")).isEmpty();
  }

  @Test
  void damageIsNoticed() throws IOException {
    run.save(check(1), "key");
    Path file = run.path().resolve("macro.json");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 1; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(run.findMacroCheck("key")).as("first %d bytes", length).isEmpty();
    }
    String text = new String(whole, java.nio.charset.StandardCharsets.UTF_8);
    assertThat(text).contains("\"trained\" : 30");
    Files.writeString(file, text.replace("\"trained\" : 30", "\"trained\" : 31"));
    assertThat(run.findMacroCheck("key")).isEmpty();
  }

  @Test
  void aFoldsResultInItsPlaceDoesNotCount() throws IOException {
    run.save(ExperimentCases.result("c"), "key");
    Files.copy(run.path().resolve("folds/c/casme2_sub01.json"), run.path().resolve("macro.json"));
    assertThat(run.findMacroCheck("key")).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsAnError() throws IOException {
    Files.createDirectories(run.path().resolve("macro.json"));
    assertThatThrownBy(() -> run.findMacroCheck("key"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("macro.json");
  }

  private static MacroCheck check(int right) {
    return new MacroCheck(
        30, 2, right, predictions(), List.of(ExperimentCases.point("MaNet", 1, 1.5)));
  }

  private static List<Prediction> predictions() {
    return List.of(
        ExperimentCases.says("ckplus/S005/001", "negative"),
        ExperimentCases.says("ckplus/S005/002", "positive"));
  }
}
