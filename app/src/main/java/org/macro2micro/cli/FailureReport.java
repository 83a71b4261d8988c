package org.macro2micro.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what went wrong into one clear line and an exit code. The trace of a fault goes to a file;
 * with the system property {@code macro2micro.trace} set to true, each trace is printed as well.
 */
public final class FailureReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Terminal terminal;

  FailureReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    return report(failure);
  }

  /** Prints what can't be understood of the arguments, and where to read how they are written. */
  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String suggestion =
        failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()
            ? "; did you mean %s?".formatted(String.join(" or ", unmatched.getSuggestions()))
            : "";
    terminal
        .err()
        .printf(
            "macro2micro: %s%s; see %s --help%n",
            FailureText.oneLine(String.valueOf(failure.getMessage())),
            suggestion,
            command.getCommandSpec().qualifiedName());
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Prints the line and returns the exit code. */
  int report(Throwable failure) {
    terminal.err().println("macro2micro: " + line(failure));
    if (Boolean.getBoolean("macro2micro.trace")) {
      failure.printStackTrace(terminal.err());
    }
    return FailureText.of(failure).kind() == FailureText.Kind.INPUT
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }

  /** Returns the line; the trace of a fault is then in the file that the line names. */
  public static String line(Throwable failure) {
    FailureText text = FailureText.of(failure);
    return text.kind() == FailureText.Kind.FAULT
        ? "this is a fault of macro2micro: %s; %s"
            .formatted(text.line(), FaultFile.written(failure))
        : text.line();
  }
}
