package org.macro2micro.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.macro2micro.experiment.Workforce;

/**
 * Does the folds of a run somewhere: in this process, in others, on other machines. Whoever does
 * them, the results are the same bytes if all who train have as many threads; they lie in the run's
 * folder, where they are found by a digest of all that they depend on. What an executor loses (a
 * process that dies) is done again; what is lost each time is an error.
 */
public interface FoldExecutor extends AutoCloseable {
  /** Does a fold in this process. */
  @FunctionalInterface
  interface Folds {
    /** Does it, or finds it done. */
    void run(FoldJob job) throws IOException;
  }

  /**
   * Does folds; when it returns, all their results are in their runs' folders.
   *
   * @param jobs of one run
   * @param here does folds in this process, for an executor that wants them done here
   * @param listener is told of folds that are done; the piece of work has begun already for {@code
   *     here}, which tells epochs
   * @throws IOException if a fold fails, or was lost each time; the message says where to look
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void execute(List<FoldJob> jobs, Folds here, RunListener listener)
      throws IOException, InterruptedException;

  /** Whether folds are done by others, several at once. */
  boolean isElsewhere();

  /**
   * Decides who does the folds of a run, where that is not decided yet; called before {@link
   * #execute}.
   *
   * @param before who did the folds of this run that are done; empty if it begins
   * @param jobs that are left
   * @throws IOException if nobody can do them
   */
  default void choose(Optional<Workforce> before, List<FoldJob> jobs, RunListener listener)
      throws IOException, InterruptedException {}

  /** Who they are. */
  default Workforce workforce() {
    return isElsewhere() ? Workforce.ofCluster() : Workforce.alone();
  }

  /** Lets go of whatever does folds elsewhere. */
  @Override
  default void close() {}

  /** Does one fold after the other in this process. */
  static FoldExecutor here() {
    return new FoldExecutor() {
      @Override
      public void execute(List<FoldJob> jobs, Folds here, RunListener listener) throws IOException {
        for (FoldJob job : jobs) {
          here.run(job);
        }
      }

      @Override
      public boolean isElsewhere() {
        return false;
      }
    };
  }
}
