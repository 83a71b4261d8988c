package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what differs from the usual settings and where results go. */
class ResultOptions {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a setting, as in --set seed=2; may be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of the results (default: runs/NAME, the same each time); a stopped run goes on in it.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  List<String> assignments() {
    return assignments;
  }

  /** Returns the folder asked for, or runs/{@code name}. */
  Path folder(String name) {
    return out == null ? Path.of("runs", name) : out;
  }

  boolean json() {
    return json;
  }
}
