package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.run.ClipPredictions;
import org.macro2micro.run.Product;
import org.macro2micro.run.SavedModel;
import org.macro2micro.run.VideoPrediction;
import org.macro2micro.spot.SpotSettings;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names the expressions in clips and long videos, or finds movements in these and names none. */
@Command(
    name = "predict",
    description = {
      "Names the expressions in clips, or finds and names them in long videos.",
      "A clip is a folder of frames or a video; a text file may list several. With --spot the command"
          + " finds micro-expressions in long videos and names them. It also writes a page to look at."
          + " If it is stopped with Ctrl-C, what was found so far is still named and written.",
      "With --movement-only it takes no model, finds brief movements in long videos and names no"
          + " emotion."
    },
    customSynopsis = {
      "macro2micro predict [OPTIONS] MODEL.safetensors PATH...",
      "       macro2micro predict --movement-only [OPTIONS] VIDEO..."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro predict my.safetensors interview.mp4 --spot --align box",
      "         macro2micro predict --movement-only interview.mp4 --annotate",
      "To train a model: macro2micro train --micro casme2=CASME2 --out my.safetensors"
    })
final class PredictCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Optional<Cluster> cluster;

  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL.safetensors PATH",
      hideParamSyntax = true,
      description =
          "The model, as train writes it, and then clips, or long videos with --spot. With"
              + " --movement-only long videos alone.")
  private List<String> given = new ArrayList<>();

  @ArgGroup(validate = false, order = 1, heading = "%nFaces:%n")
  private FaceOptions faces = new FaceOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nLong videos:%n")
  private SpottingOptions spotting = new SpottingOptions();

  @ArgGroup(validate = false, order = 3, heading = "%nOutput:%n")
  private PredictOutput output = new PredictOutput();

  @Mixin private DeviceOption device = new DeviceOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  PredictCommand(Terminal terminal, Optional<Cluster> cluster) {
    this.terminal = terminal;
    this.cluster = cluster;
  }

  @Override
  public Integer call() throws Exception {
    output.form();
    spotting.requireSense();
    if (spotting.isMovementOnly()) {
      GivenOptions.refuse(spec, "predict --movement-only", List.of("--device", "--landmarks"));
    }
    PredictInput input =
        PredictInput.of(given, spotting.isMovementOnly(), new PathText(cluster.isPresent()));
    Optional<SavedModel> saved = Optional.empty();
    if (input.model().isPresent()) {
      saved = Optional.of(SavedModel.read(input.model().get()).on(device.of(cluster)));
    }
    PreprocessSettings settings = faces.of(saved.map(SavedModel::preparation), spotting.isWanted());
    Path folder = output.folder(input.model());
    OutputPlace.requireFolder("--out", folder);
    if (cluster.isPresent()) {
      return bulk(cluster.get(), input, saved, folder.toAbsolutePath());
    }
    try (Cancelling cancelling = new Cancelling()) {
      boolean isDone;
      if (saved.isPresent() && !spotting.isWanted()) {
        isDone = clips(saved.get(), input.paths(), settings, folder, cancelling);
      } else {
        isDone = search(saved, settings, folder).of(input.paths(), output.form(), cancelling);
      }
      terminal.out().flush();
      return cancelling.isCancelled()
          ? Cancelling.EXIT_CODE
          : isDone ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** Has each clip or video predicted by one of the machines. */
  private int bulk(Cluster machines, PredictInput input, Optional<SavedModel> saved, Path folder)
      throws IOException, InterruptedException, InputException {
    OutputForm form = output.form();
    if (form == OutputForm.CSV) {
      throw new InputException(
          "predict: --csv has no effect on a cluster, where results.jsonl has a line for each; leave it out");
    }
    List<String> words = SentCommand.given(spec, List.of("--json", "--out"));
    String weights = saved.map(model -> model.record().weightsSha256()).orElse("no model");
    String key = Product.version() + " " + weights + " " + words;
    BulkPredict.Counts counts;
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      counts =
          new BulkPredict(words, key, folder).of(input.model(), input.paths(), machines, progress);
    }
    Path results = folder.resolve("results.jsonl");
    if (form == OutputForm.JSON) {
      terminal.out().println(ResultJson.line(new Bulk(results.toString(), counts)));
    } else {
      terminal
          .out()
          .printf(
              "%d %s, %d of them before; %d left out%nresults: %s%n",
              counts.named(),
              saved.isPresent() ? "named" : "looked at",
              counts.found(),
              counts.leftOut(),
              results);
      if (counts.leftOut() > 0) {
        terminal.out().printf("left out: %s%n", folder.resolve("left-out.txt"));
      }
    }
    boolean isDone = spotting.isWanted() ? counts.leftOut() == 0 : counts.named() > 0;
    return isDone ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /** All of them as programs read it. */
  private record Bulk(String results, BulkPredict.Counts counts) {}

  /** Returns whether any clip was named. */
  private boolean clips(
      SavedModel saved,
      List<Path> paths,
      PreprocessSettings settings,
      Path folder,
      Cancelling cancelling)
      throws IOException, InputException {
    ClipPredictions.Outcome outcome;
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      outcome =
          ClipPredictions.of(saved, paths, settings, folder, progress, cancelling::isCancelled);
      outcome.problems().forEach(progress::note);
    }
    ClipOutput.print(terminal, outcome, output.form());
    return !outcome.predictions().isEmpty();
  }

  private FilmSearch search(Optional<SavedModel> saved, PreprocessSettings settings, Path folder) {
    if (saved.isEmpty()) {
      return new FilmSearch(
          terminal,
          spotting,
          List.of(),
          (listener, isCancelled) ->
              VideoPrediction.ofMovements(settings, SpotSettings.DEFAULT, listener, isCancelled),
          folder);
    }
    SavedModel model = saved.get();
    return new FilmSearch(
        terminal,
        spotting,
        model.record().labels(),
        (listener, isCancelled) -> new VideoPrediction(model, settings, listener, isCancelled),
        folder);
  }
}
