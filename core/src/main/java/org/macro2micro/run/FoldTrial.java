package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.FolderTree;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.experiment.Workforce;

/**
 * How fast processes do folds of a run here: its own folds with its own prepared clips, but each
 * training has one epoch. What they give is thrown away, so that no result depends on it.
 */
final class FoldTrial {
  private static final String EPOCHS = "epochs";

  private final List<FoldJob> jobs;
  private final MeasuredFolds.Maker maker;

  /**
   * @param jobs of one run, whose folder holds its settings
   */
  FoldTrial(List<FoldJob> jobs, MeasuredFolds.Maker maker) {
    this.jobs = List.copyOf(jobs);
    this.maker = maker;
  }

  /**
   * Has each process do a fold, which reads the clips and warms it up, and then another one, whose
   * time is taken.
   *
   * @param workforce at most half as many processes as there are jobs
   * @throws IOException if a fold fails or a process is lost
   */
  double foldsAMinute(Workforce workforce) throws IOException, InterruptedException {
    Path run = jobs.get(0).run();
    Path folder = run.resolve("trial");
    int many = workforce.processes();
    try {
      FolderTree.delete(folder); // A process that was killed in a trial has left it.
      write(run, folder);
      List<FoldJob> all =
          jobs.subList(0, 2 * many).stream()
              .map(job -> new FoldJob(folder, job.heldOut()))
              .toList();
      try (FoldExecutor processes = maker.folds(workforce, run)) {
        processes.execute(all.subList(0, many), job -> {}, RunListener.silent());
        long start = System.nanoTime();
        processes.execute(all.subList(many, 2 * many), job -> {}, RunListener.silent());
        return many * 60e9 / (System.nanoTime() - start);
      }
    } finally {
      FolderTree.delete(folder);
    }
  }

  private static void write(Path run, Path folder) throws IOException {
    RunDirectory from = new RunDirectory(run);
    Map<String, @Nullable Object> settings = new LinkedHashMap<>(from.settings().orElseThrow());
    settings.replaceAll((name, value) -> shortened(name, value));
    if (settings.get("cache") == null) {
      settings.put("cache", run.resolve("prepared").toAbsolutePath().toString());
    }
    settings.put("work", null);
    settings.put("keep-models", false);
    Files.createDirectories(folder);
    Path lab = run.resolve("lab");
    if (Files.exists(lab)) {
      Files.createSymbolicLink(folder.resolve("lab"), lab.toRealPath());
    }
    RunDirectory trial = new RunDirectory(folder);
    trial.writeSettings(settings);
    trial.writeProvenance(from.provenance().orElseThrow());
  }

  /** The value with 1 for each number of epochs in it that is larger. */
  static @Nullable Object shortened(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>(map);
      copy.replaceAll((key, under) -> shortened(key.toString(), under));
      return copy;
    }
    return name.equals(EPOCHS) && value instanceof Number epochs && epochs.longValue() > 1
        ? 1
        : value;
  }
}
