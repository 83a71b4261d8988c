package org.macro2micro.spark;

import org.macro2micro.cli.SentCommand;

/** A command, done in the executor's process and answered with what it said. */
final class CommandTask extends EachTask<SentCommand, SentCommand.Answer> {
  private static final long serialVersionUID = 1;

  CommandTask(int threads) {
    super(threads);
  }

  @Override
  SentCommand.Answer done(SentCommand command) {
    return command.run();
  }

  @Override
  SentCommand.Answer lost(SentCommand command, String why) {
    return new SentCommand.Answer(1, "", why + "\n");
  }
}
