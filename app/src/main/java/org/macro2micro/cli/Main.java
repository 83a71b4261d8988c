package org.macro2micro.cli;

import java.io.PrintStream;
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
    subcommands = {
      DemoCommand.class,
      LabCommand.class,
      DataCommand.class,
      RunCommand.class,
      TableCommand.class,
      TrainCommand.class,
      PredictCommand.class,
      ScoreCommand.class,
      CompareCommand.class,
      SpotScoreCommand.class,
      MethodsCommand.class,
      FoldWorkerCommand.class,
      CommandLine.HelpCommand.class
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
    System.exit(execute(arguments, System.out, System.err));
  }

  /** Runs the command line and gives its exit code. */
  static int execute(String[] arguments, PrintStream out, PrintStream err) {
    Terminal terminal = new Terminal(out, err);
    return new CommandLine(new Main(), new CommandFactory(terminal))
        .setOut(terminal.outWriter())
        .setErr(terminal.errWriter())
        .setColorScheme(terminal.colours())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new FailureReport(terminal))
        .execute(arguments);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
