package org.macro2micro.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where predictions go, and in what form. */
final class PredictOutput {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the page (default: runs/predict-MODEL).")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Option(names = "--csv", description = "Print CSV and nothing else.")
  private boolean csv;

  /** The folder of the page. */
  Path folder(Path model) {
    String name = String.valueOf(model.getFileName()).replaceFirst("\\.safetensors$", "");
    return out == null ? Path.of("runs", "predict-" + name) : out;
  }

  OutputForm form() throws InputException {
    if (json && csv) {
      throw new InputException("predict: give --json or --csv, not both");
    }
    return csv ? OutputForm.CSV : json ? OutputForm.JSON : OutputForm.TEXT;
  }
}
