package org.macro2micro.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command for another machine: the words of a command line, in which each path is whole, since
 * that machine works in another folder.
 *
 * @param words such as predict, MODEL, VIDEO
 */
public record SentCommand(List<String> words) implements Serializable {
  public SentCommand {
    words = List.copyOf(words);
  }

  /**
   * What a command said.
   *
   * @param code its exit code
   * @param out its standard output
   * @param err its standard error
   */
  public record Answer(int code, String out, String err) implements Serializable {}

  /** Does the command in this process. */
  public Answer run() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.execute(
            words.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /**
   * The name of a command that is being carried out, and the options that it was given, in their
   * order, without those left out.
   *
   * @param leftOut names of options
   */
  static List<String> given(CommandSpec spec, List<String> leftOut) {
    List<String> words = new ArrayList<>(List.of(spec.name()));
    // An option that was given twice is listed twice, each time with all of its texts.
    Set<OptionSpec> given =
        new LinkedHashSet<>(spec.commandLine().getParseResult().matchedOptions());
    for (OptionSpec option : given) {
      if (leftOut.contains(option.longestName())) {
        continue;
      }
      if (option.arity().max() == 0) {
        words.add(option.longestName());
        continue;
      }
      for (String text : option.originalStringValues()) {
        words.add(option.longestName());
        words.add(option.type() == Path.class ? whole(text) : text);
      }
    }
    return words;
  }

  /** The path as any folder's programs understand it. */
  static String whole(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }
}
