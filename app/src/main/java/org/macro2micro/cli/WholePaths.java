package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.macro2micro.config.ExperimentFile;

/** Holds an experiment to paths that machines which work in other folders understand. */
final class WholePaths {
  /** The settings that name files or folders, wherever in an experiment they stand. */
  private static final List<String> PATHS =
      List.of("root", "cache", "work", "detector", "landmarks", "magnet", "weights");

  private WholePaths() {}

  /**
   * Refuses paths that begin nowhere.
   *
   * @throws InputException if a setting is such a path
   */
  static void require(ExperimentFile file) throws InputException {
    require("", file.tree());
  }

  private static void require(String above, Map<?, ?> settings) throws InputException {
    for (Map.Entry<?, ?> entry : settings.entrySet()) {
      String name = above + entry.getKey();
      if (entry.getValue() instanceof Map<?, ?> inner) {
        require(name + ".", inner);
      } else if (entry.getValue() instanceof String text
          && PATHS.contains(String.valueOf(entry.getKey()))
          && !Path.of(text).isAbsolute()) {
        throw new InputException(
            "%s: found %s, expected a whole path, since other machines work in other folders; write %s=%s"
                .formatted(name, text, name, SentCommand.whole(text)));
      }
    }
  }
}
