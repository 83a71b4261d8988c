package org.macro2micro.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.macro2micro.base.NativeFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command macro2micro. */
@Command(
    name = "macro2micro",
    description = {
      "Recognises facial micro-expressions with the help of macro-expressions.",
      "Evaluates by leaving one subject out; nothing of the person tested reaches training."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:the run failed", "2:wrong use or input"},
    footer = {
      "",
      "Start with: macro2micro demo",
      "Your own databases: macro2micro data casme2 FOLDER, then macro2micro run EXPERIMENT.yaml"
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, Optional.empty()));
  }

  /**
   * Runs the command line on this process's streams and gives its exit code.
   *
   * @param cluster does the work; empty if it is done here
   */
  public static int run(String[] arguments, Optional<Cluster> cluster) {
    ResultStream results =
        new ResultStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    Terminal terminal =
        new Terminal(new PrintStream(results, false, StandardCharsets.UTF_8), System.err);
    int code = answer(List.of(arguments), terminal, cluster);
    terminal.out().flush();
    IOException lost = results.failure();
    if (lost != null) {
      code =
          new FailureReport(terminal)
              .report(new IOException("cannot write to standard output: " + lost, lost));
    }
    return code;
  }

  private static int answer(List<String> arguments, Terminal terminal, Optional<Cluster> cluster) {
    Optional<String> ready = ReadyAnswers.to(arguments, Terminal.isColoured());
    if (ready.isPresent()) {
      terminal.out().print(ready.get());
      return 0;
    }
    FailureReport report = new FailureReport(terminal);
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> report.report(failure));
    return execute(arguments.toArray(String[]::new), terminal, cluster, List.of());
  }

  /** Runs the command line and gives its exit code. */
  static int execute(String[] arguments, PrintStream out, PrintStream err) {
    return execute(arguments, new Terminal(out, err));
  }

  /**
   * Runs the command line and gives its exit code, whatever happens.
   *
   * @param more objects of further commands
   */
  static int execute(String[] arguments, Terminal terminal, Object... more) {
    return execute(arguments, terminal, Optional.empty(), List.of(more));
  }

  /**
   * Runs the command line and gives its exit code, whatever happens.
   *
   * @param cluster does the work; empty if it is done here
   * @param more objects of further commands
   */
  static int execute(
      String[] arguments, Terminal terminal, Optional<Cluster> cluster, List<Object> more) {
    FailureReport report = new FailureReport(terminal);
    try {
      NativeFiles.place();
      CommandLine line = new CommandLine(new Main(), new CommandFactory(terminal, cluster));
      Subcommands.addTo(line, arguments);
      for (Object command : more) {
        line.addSubcommand(command);
      }
      return line.setOut(terminal.outWriter())
          .setErr(terminal.errWriter())
          .setColorScheme(terminal.colours())
          .setCaseInsensitiveEnumValuesAllowed(true)
          .registerConverter(Path.class, new PathText(cluster.isPresent()))
          .setExecutionExceptionHandler(report)
          .setParameterExceptionHandler(report)
          .execute(arguments);
    } catch (RuntimeException | Error unforeseen) {
      // The library's handler is told of exceptions of commands, not of errors or of its own.
      return report.report(unforeseen);
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
