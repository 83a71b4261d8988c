package org.macro2micro.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that stand on the command line, apart from those that have a default. */
final class GivenOptions {
  private GivenOptions() {}

  /** Whether the option stands on the command line of this command. */
  static boolean has(CommandSpec spec, String option) {
    ParseResult result = spec.commandLine().getParseResult();
    return result != null && result.hasMatchedOption(option);
  }

  /**
   * Refuses options that would have no effect.
   *
   * @param where what they have no effect on, such as "lab video"
   * @param unused names of the options
   * @throws InputException if one of them stands on the command line
   */
  static void refuse(CommandSpec spec, String where, List<String> unused) throws InputException {
    for (String option : unused) {
      if (has(spec, option)) {
        OptionSpec known = spec.findOption(option);
        throw new InputException(
            "%s: %s has no effect here (%s); leave it out"
                .formatted(
                    where,
                    option,
                    known == null || known.description().length == 0
                        ? "it is for something else"
                        : "it says: " + firstSentence(known)));
      }
    }
  }

  private static String firstSentence(OptionSpec option) {
    return String.join(" ", option.description()).split(" \\(default|\\. |\\.$|;", 2)[0];
  }
}
