package org.macro2micro.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.train.TrainingDivergedException;
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
    terminal.err().println("macro2micro: " + text(failure));
    boolean input =
        failure instanceof SettingsException
            || failure instanceof DatasetException
            || failure instanceof InputException;
    boolean expected =
        input
            || failure instanceof IOException
            || failure instanceof UncheckedIOException
            || failure instanceof TrainingDivergedException;
    if (!expected || Boolean.getBoolean("macro2micro.trace")) {
      failure.printStackTrace(terminal.err());
    }
    return input ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }

  /**
   * Returns the message. For a failure of the file system, whose message is only a path, it also
   * says what happened.
   */
  private static String text(Exception failure) {
    String message = failure.getMessage();
    if (message == null) {
      return failure.toString();
    }
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      return "%s: %s".formatted(message, reason(file));
    }
    return message;
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof FileAlreadyExistsException) {
      return "it exists already and is not a folder; name another place";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "access denied";
    }
    return failure.getClass().getSimpleName();
  }
}
