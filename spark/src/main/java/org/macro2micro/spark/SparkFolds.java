package org.macro2micro.spark;

import java.io.IOException;
import java.util.List;
import org.macro2micro.run.FoldExecutor;
import org.macro2micro.run.FoldJob;
import org.macro2micro.run.FoldWorker;
import org.macro2micro.run.RunListener;

/**
 * Folds as tasks of a Spark cluster, one fold a task. The run's folder and the databases must lie
 * on a file system that all machines share; results come back as files in the run's folder. Spark
 * gives a task whose executor was lost to another one.
 */
final class SparkFolds implements FoldExecutor {
  private final SparkTasks tasks;
  private final int threads;

  /**
   * @param threads of a training, at least 1
   */
  SparkFolds(SparkTasks tasks, int threads) {
    this.tasks = tasks;
    this.threads = threads;
  }

  @Override
  public boolean isElsewhere() {
    return true;
  }

  @Override
  public void execute(List<FoldJob> jobs, Folds here, RunListener listener)
      throws IOException, InterruptedException {
    List<String> lines =
        jobs.stream()
            .map(job -> new FoldJob(job.run().toAbsolutePath(), job.heldOut()).line())
            .toList();
    listener.begin("folds on the cluster", jobs.size());
    int[] done = {0};
    tasks.each(
        lines,
        new FoldTask(threads),
        (number, answer) -> {
          if (!answer.equals(FoldWorker.DONE)) {
            throw new IOException(answer.substring(FoldWorker.FAILED.length()));
          }
          listener.done(++done[0]);
        });
  }
}
