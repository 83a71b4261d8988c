package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;
import org.macro2micro.config.TableSize;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.MacroGuide;

/** Rows of other methods that macro clips guide. */
class GuidedRowsTest {
  private static final Row EMR = Row.parse("emr");

  @TempDir static Path folder;

  /** MaNet belongs to the rows of terms alone. */
  @Test
  void aRowOfAnotherMethodTrainsNoMaNet() throws Exception {
    TrainingAssembly alone = assembly("[emr]");
    assertThat(alone.macro()).isEmpty();
    assertThat(alone.macro(EMR)).isPresent();
    TrainingAssembly both = assembly("[emr, c-continued]");
    assertThat(both.macro()).isEqualTo(both.macro(Row.parse("c-continued"))).isPresent();
    assertThat(both.macro(EMR)).isPresent().isNotEqualTo(both.macro());
    TrainingAssembly none = assembly("[emr]", "methods.emr.macro=none");
    assertThat(none.macro(EMR)).isEmpty();
  }

  /** From random weights, the control of the contrast has no use of a macro database. */
  @Test
  void theControlOfTheContrastReadsMacroClipsForItsStartAlone() throws Exception {
    Row control = Row.MICRO_CONTRAST;
    String random = "methods.macro-to-micro.init.from=random";
    TrainingAssembly alone = assembly("[c, c+con-micro]", random);
    assertThat(alone.methods().areGuided()).isFalse();
    assertThat(alone.macro()).isEmpty();
    Subject held = alone.micro().truth().keySet().iterator().next().subject();
    TrainingAssembly guided = assembly("[c+con-micro, c+con]", random, "macro.lab.clips=7");
    assertThat(guided.macro(control)).isEmpty();
    assertThat(guided.macro(Row.parse("c+con"))).isPresent();
    assertThat(guided.keys(control).fold(held)).isEqualTo(alone.keys(control).fold(held));
    assertThat(guided.keys(Row.parse("c+con")).fold(held))
        .isNotEqualTo(guided.keys(control).fold(held));
    TrainingAssembly started = assembly("[c+con-micro]", "methods.macro-to-micro.init.from=manet");
    assertThat(started.macro(control)).isEqualTo(started.macro()).isPresent();
    assertThat(started.keys(control).fold(held)).isNotEqualTo(alone.keys(control).fold(held));
  }

  /** A half of the way, of what the experiment leaves, and not magnified. */
  @Test
  void macroClipsAreReducedAndNotMagnified() throws Exception {
    float[] usual = macroPixels();
    assertThat(macroPixels("macro.until=0.5", "methods.emr.macro-until=1")).isEqualTo(usual);
    assertThat(macroPixels("methods.emr.preprocess.magnification=1")).isEqualTo(usual);
    assertThat(Arrays.equals(macroPixels("methods.emr.macro-until=1"), usual)).isFalse();
    assertThat(Arrays.equals(macroPixels("methods.emr.macro-magnification=10"), usual)).isFalse();
  }

  /** EMR's authors count it as positive, by a slip. */
  @Test
  void sadnessIsNegative() throws Exception {
    MacroGuide guide = assembly("[emr]", "macro.lab.clips=7").macro(EMR).orElseThrow().guide();
    int sadness = guide.examples().labels().indexOf("sadness");
    int happiness = guide.examples().labels().indexOf("happiness");
    List<String> micro = assembly("[emr]").micro().scheme().labels();
    assertThat(guide.counterparts().get(sadness)).isEqualTo(micro.indexOf("negative"));
    assertThat(guide.counterparts().get(happiness)).isEqualTo(micro.indexOf("positive"));
  }

  private static float[] macroPixels(String... more) throws Exception {
    ClipSource macro = assembly("[emr]", more).macro(EMR).orElseThrow().source();
    ClipId first = macro.truth().keySet().iterator().next();
    return macro.pixels().get(first).pixels();
  }

  @Test
  void aRunOfOneIsTrainedAndReported() throws Exception {
    List<String> begun = new ArrayList<>();
    RunListener heard =
        new RunListener() {
          @Override
          public void begin(String work, long steps) {
            begun.add(work);
          }

          @Override
          public void done(long steps) {}

          @Override
          public void note(String line) {}
        };
    RunOutcome outcome =
        new ExperimentRun(
                TableSize.TINY.experiment(settings("[emr]")), folder.resolve("run"), heard)
            .run();
    assertThat(begun).noneMatch(work -> work.contains("MaNet"));
    assertThat(begun).anyMatch(work -> work.contains("macro clips"));
    assertThat(outcome.macro()).isEmpty();
    assertThat(outcome.result().clips()).isEqualTo(12);
    assertThat(outcome.result().rows()).hasSize(1);
  }

  private static TrainingAssembly assembly(String rows, String... more) throws Exception {
    return TrainingAssembly.of(
        TableSize.TINY.experiment(settings(rows, more)),
        folder,
        new ReadDatabases(),
        RunListener.silent());
  }

  private static List<String> settings(String rows, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "micro.lab={subjects: 3, clips: 4, frames: 5, size: 48}",
                "macro.lab={subjects: 4, clips: 4, frames: 6, size: 48}",
                "macro.held-out-share=0",
                "rows=" + rows));
    settings.addAll(List.of(more));
    return settings;
  }
}
