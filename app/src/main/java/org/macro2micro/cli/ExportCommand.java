package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.run.OnnxExport;
import org.macro2micro.run.SavedModel;
import org.macro2micro.train.InputArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a model for other software. */
@Command(
    name = "export",
    description = {
      "Writes a model as ONNX, which other software can run.",
      "The file is the whole network, from prepared clips to the classes' probabilities. FILE.onnx.json"
          + " beside it says how clips are prepared for it, what its inputs are and where it comes from."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: macro2micro export my.safetensors --onnx my.onnx"})
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "MODEL.safetensors",
      description = "The model, as train writes it.")
  private @Nullable Path model;

  @Option(
      names = "--onnx",
      paramLabel = "FILE.onnx",
      required = true,
      description = "File of the network.")
  private @Nullable Path onnx;

  @Option(
      names = "--sample",
      paramLabel = "PATH",
      description =
          "A clip, as predict takes it, whose prepared inputs and probabilities are written to FILE.onnx.npz:"
              + " a reference for those who prepare clips with other software. It may be repeated."
              + " FILE.onnx.work holds the prepared clips, and may be deleted.")
  private List<Path> sample = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (model == null || onnx == null) {
      throw new InputException("export: no model or no file is given");
    }
    SavedModel saved = SavedModel.read(model);
    OutputPlace.requireFolder("--onnx", onnx.toAbsolutePath().resolveSibling(".").normalize());
    OnnxExport.Outcome outcome;
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      outcome = new OnnxExport(saved, onnx).write(sample, progress);
      outcome.problems().forEach(progress::note);
    }
    if (json) {
      terminal.out().println(ResultJson.line(outcome));
      return 0;
    }
    terminal
        .out()
        .printf(
            "%s: %s; classes %s%n",
            outcome.onnx(), outcome.network(), String.join(", ", outcome.labels()));
    for (InputArray input : outcome.inputs()) {
      terminal
          .out()
          .printf(
              "  input %s [%s]: %s%n",
              input.name(), String.join(",", input.sides()), input.holds());
    }
    terminal.out().printf("how to prepare them: %s%n", outcome.json());
    if (outcome.sample() != null) {
      terminal.out().printf("a sample of them: %s%n", outcome.sample());
    }
    return 0;
  }
}
