package org.macro2micro.cli;

import java.io.IOException;
import java.util.List;
import org.macro2micro.run.FoldExecutor;

/**
 * Machines that do the work of commands in place of this one. They read and write the same files
 * under the same paths.
 */
public interface Cluster {
  /** Does the folds of runs there. */
  FoldExecutor folds();

  /**
   * Does commands of this program there, several at once, in any order; each is answered once.
   *
   * @param commands may be none
   * @param answers is told of each command that has ended; called by one thread, this one
   * @throws IOException if the machines can't be reached, or what {@code answers} throws
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void execute(List<SentCommand> commands, Answers answers)
      throws IOException, InterruptedException;

  /** Hears of commands that have ended. */
  @FunctionalInterface
  interface Answers {
    /**
     * A command has ended.
     *
     * @param number of the command in the list, from 0
     */
    void ended(int number, SentCommand.Answer answer) throws IOException;
  }
}
