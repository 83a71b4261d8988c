package org.macro2micro.spark;

import java.io.IOException;
import java.util.List;
import org.macro2micro.cli.Cluster;
import org.macro2micro.cli.SentCommand;
import org.macro2micro.run.FoldExecutor;

/** A Spark cluster does the work of commands: a fold a task, or a command a task. */
final class SparkCluster implements Cluster {
  private final SparkTasks tasks;
  private final int threads;

  /**
   * @param threads of a training, at least 1
   */
  SparkCluster(SparkTasks tasks, int threads) {
    this.tasks = tasks;
    this.threads = threads;
  }

  @Override
  public FoldExecutor folds() {
    return new SparkFolds(tasks, threads);
  }

  @Override
  public void execute(List<SentCommand> commands, Answers answers)
      throws IOException, InterruptedException {
    tasks.each(commands, new CommandTask(threads), answers::ended);
  }
}
