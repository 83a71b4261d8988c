package org.macro2micro.cli;

import java.io.IOException;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one clear line and an exit code. */
final class FailureReport implements IExecutionExceptionHandler {
  private final Terminal terminal;

  FailureReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    terminal.err().println("macro2micro: " + message);
    boolean input =
        failure instanceof SettingsException
            || failure instanceof DatasetException
            || failure instanceof InputException;
    boolean expected = input || failure instanceof IOException;
    if (!expected || Boolean.getBoolean("macro2micro.trace")) {
      failure.printStackTrace(terminal.err());
    }
    return input ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }
}
