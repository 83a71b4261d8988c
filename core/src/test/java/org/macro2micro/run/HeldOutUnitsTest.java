package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.experiment.PredictedClip;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.plan.LabSettings;

/**
 * One person's action units become others in the sheet: nodes and edges of the graph, and what the
 * network learns, are those of the training clips of each fold.
 */
class HeldOutUnitsTest {
  @TempDir Path folder;

  @Test
  void aPersonIsToldWithoutItsOwnUnits() throws Exception {
    Path database = folder.resolve("casme2");
    LabDatabase.write(LabSettings.casme2(3, 3, 16, 32, 1), database, (done, all) -> {});
    List<PredictedClip> before = run(database, "before");
    LabSheet.change(database, "1", "Action Units", units -> "7+20");
    List<PredictedClip> after = run(database, "after");
    assertThat(of(after, true)).isNotEmpty().isEqualTo(of(before, true));
    assertThat(of(after, false)).hasSameSizeAs(of(before, false)).isNotEqualTo(of(before, false));
  }

  private List<PredictedClip> run(Path database, String name) throws Exception {
    Path out = folder.resolve(name);
    new ExperimentRun(
            TinyExperiment.of(
                List.of(
                    "micro.root=" + database,
                    "rows=[au-gacn]",
                    "methods.au-gacn.preprocess.size=32",
                    "methods.au-gacn.training.epochs=1")),
            out,
            RunListener.silent())
        .run();
    return new RunDirectory(out).predictions();
  }

  private static List<PredictedClip> of(List<PredictedClip> all, boolean changed) {
    return all.stream()
        .filter(p -> p.id().subject().toString().equals("casme2/sub01") == changed)
        .toList();
  }
}
