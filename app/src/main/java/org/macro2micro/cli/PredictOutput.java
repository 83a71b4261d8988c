package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where predictions go, and in what form. */
final class PredictOutput {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the page (default: runs/predict-MODEL, or runs/movements).")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Option(names = "--csv", description = "Print CSV and nothing else.")
  private boolean csv;

  /** The folder of the page. */
  Path folder(Optional<Path> model) {
    if (out != null) {
      return out;
    }
    Optional<String> name =
        model.map(path -> String.valueOf(path.getFileName()).replaceFirst("\\.safetensors$", ""));
    return Path.of("runs", name.map(stem -> "predict-" + stem).orElse("movements"));
  }

  OutputForm form() throws InputException {
    if (json && csv) {
      throw new InputException("predict: give --json or --csv, not both");
    }
    return csv ? OutputForm.CSV : json ? OutputForm.JSON : OutputForm.TEXT;
  }
}
