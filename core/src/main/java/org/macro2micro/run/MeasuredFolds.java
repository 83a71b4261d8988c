package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.experiment.Workforce;

/**
 * Folds in processes whose number and threads are chosen by a trial on this machine: as many
 * threads as there are processors, in many processes of few threads or few of many. A run that goes
 * on, and the further runs of a table, keep what was chosen, since the number of threads decides
 * the last digits.
 */
public final class MeasuredFolds implements FoldExecutor {
  /** By how much more threads must be faster: a trial is not more exact. */
  private static final double CLEARLY = 1.1;

  /** Starts processes. */
  @FunctionalInterface
  public interface Maker {
    /**
     * @param workforce how many, and how many threads each has
     * @param logs folder of their logs
     */
    FoldExecutor folds(Workforce workforce, Path logs);
  }

  private final Maker maker;
  private final Path logs;
  private final int processors;
  private @Nullable FoldExecutor chosen;

  /**
   * @param logs folder in which the processes write what they have to say
   * @param processors that they share, at least 1
   */
  public MeasuredFolds(Maker maker, Path logs, int processors) {
    this.maker = maker;
    this.logs = logs;
    this.processors = processors;
  }

  @Override
  public boolean isElsewhere() {
    return true;
  }

  @Override
  public Workforce workforce() {
    return chosen == null ? Workforce.alone() : chosen.workforce();
  }

  @Override
  public void choose(Optional<Workforce> before, List<FoldJob> jobs, RunListener listener)
      throws IOException, InterruptedException {
    if (chosen != null) {
      return;
    }
    Workforce who;
    Optional<Workforce> kept = before.filter(past -> !past.reason().isEmpty());
    if (kept.isPresent()) {
      who = kept.get();
    } else if (jobs.isEmpty()) {
      return; // Another run of the table may have folds to measure.
    } else if (processors == 1 || jobs.size() < 2 * processors) {
      int most = Math.min(processors, jobs.size());
      who = new Workforce(most, 1, "too few folds or processors for a trial");
    } else {
      who = measured(jobs, listener);
    }
    listener.note("--jobs auto: " + who);
    chosen = maker.folds(who, logs);
  }

  private Workforce measured(List<FoldJob> jobs, RunListener listener)
      throws IOException, InterruptedException {
    FoldTrial trial = new FoldTrial(jobs, maker);
    StringBuilder said = new StringBuilder();
    Workforce best = new Workforce(processors, 1, "");
    double most = 0;
    IOException last = new IOException("no trial was made");
    for (int threads = 1; threads <= processors; threads *= 2) {
      Workforce tried = new Workforce(processors / threads, threads, "");
      listener.begin("trial, " + tried, 0);
      double rate;
      try {
        rate = trial.foldsAMinute(tried);
      } catch (IOException lost) { // As by a lack of memory.
        last = lost;
        rate = 0;
      }
      said.append(
          String.format(
              Locale.ROOT,
              "%s%d x %d: %.3g",
              said.isEmpty() ? "" : ", ",
              tried.processes(),
              threads,
              rate));
      if (rate > CLEARLY * most) {
        best = tried;
        most = rate;
      } else if (rate > 0) {
        break; // More threads were no faster, and will not be.
      }
    }
    if (most == 0) {
      throw last;
    }
    return new Workforce(
        best.processes(),
        best.threads(),
        "folds of one epoch a minute in a trial, processes x threads: " + said);
  }

  @Override
  public void execute(List<FoldJob> jobs, Folds here, RunListener listener)
      throws IOException, InterruptedException {
    if (!jobs.isEmpty()) {
      choose(Optional.empty(), jobs, listener);
    }
    if (chosen != null) {
      chosen.execute(jobs, here, listener);
    }
  }

  @Override
  public void close() {
    if (chosen != null) {
      chosen.close();
    }
  }
}
