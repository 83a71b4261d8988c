package org.macro2micro.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What macro2micro can be told to do. Reading the options of all commands takes longer than all
 * else at the start, so that only those are read which the arguments may name.
 */
final class Subcommands {
  private static final List<Class<?>> ALL =
      List.of(
          DemoCommand.class,
          LabCommand.class,
          DataCommand.class,
          RunCommand.class,
          TableCommand.class,
          UnitsCommand.class,
          TrainCommand.class,
          PredictCommand.class,
          ExportCommand.class,
          ScoreCommand.class,
          CompareCommand.class,
          SpotScoreCommand.class,
          ServeCommand.class,
          MethodsCommand.class,
          FoldWorkerCommand.class,
          CommandLine.HelpCommand.class);

  private static final String HELP = "help";

  private Subcommands() {}

  /** Adds all of them; those that the arguments don't name are there by name and title alone. */
  static void addTo(CommandLine line, String[] arguments) {
    List<String> words = List.of(arguments);
    // Help may be asked of any command, and a file of arguments may name any.
    boolean any = words.contains(HELP) || words.stream().anyMatch(word -> word.startsWith("@"));
    for (Class<?> type : ALL) {
      Command command = type.getAnnotation(Command.class);
      if (any || words.contains(command.name())) {
        line.addSubcommand(type);
      } else {
        line.addSubcommand(command.name(), title(command));
      }
    }
  }

  private static CommandSpec title(Command command) {
    if (command.aliases().length > 0) {
      throw new IllegalStateException(
          "command %s: found other names %s, by which the arguments would not be recognised"
              .formatted(command.name(), Arrays.toString(command.aliases())));
    }
    CommandSpec title = CommandSpec.create();
    title.usageMessage().header(command.header()).description(command.description());
    title.usageMessage().hidden(command.hidden());
    return title;
  }
}
