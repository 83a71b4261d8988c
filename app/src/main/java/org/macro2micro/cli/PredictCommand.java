package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.dataset.OwnClips;
import org.macro2micro.exchange.AnnotatedFilm;
import org.macro2micro.exchange.Export;
import org.macro2micro.exchange.ExportFormat;
import org.macro2micro.preprocess.FaceChoice;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.run.ClipPredictions;
import org.macro2micro.run.Product;
import org.macro2micro.run.SavedModel;
import org.macro2micro.run.VideoPrediction;
import org.macro2micro.spot.Footage;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names the expressions in clips and long videos. */
@Command(
    name = "predict",
    description = {
      "Names the expressions in clips, or finds and names them in long videos.",
      "A clip is a folder of frames or a video; a text file may list several. With --spot the command"
          + " finds micro-expressions in long videos and names them. It also writes a page to look at."
          + " If it is stopped with Ctrl-C, what was found so far is still named and written."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro predict my.safetensors interview.mp4 --spot --align box",
      "To train a model: macro2micro train --micro casme2=CASME2 --out my.safetensors"
    })
final class PredictCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Optional<Cluster> cluster;

  @Parameters(
      index = "0",
      paramLabel = "MODEL.safetensors",
      description = "The model, as train writes it.")
  private @Nullable Path model;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Clips, or long videos with --spot.")
  private List<Path> paths = new ArrayList<>();

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
    if (model == null) {
      throw new InputException("predict: no model is given");
    }
    requireSense();
    FaceChoice face = spotting.face();
    SavedModel saved = SavedModel.read(model).on(device.of(cluster));
    PreprocessSettings settings = faces.of(saved.preparation(), spotting.isWanted());
    Path folder = output.folder(model);
    OutputPlace.requireFolder("--out", folder);
    if (cluster.isPresent()) {
      return bulk(cluster.get(), model, saved, folder.toAbsolutePath());
    }
    try (Cancelling cancelling = new Cancelling()) {
      boolean isDone =
          spotting.isWanted()
              ? spot(saved, settings, face, folder, cancelling)
              : clips(saved, settings, folder, cancelling);
      terminal.out().flush();
      return cancelling.isCancelled()
          ? Cancelling.EXIT_CODE
          : isDone ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** Refuses options that would have no effect, before any work. */
  private void requireSense() throws InputException {
    output.form();
    spotting.requireSense();
    for (Path path : paths) {
      if (path.toString().isBlank()) {
        throw new InputException("predict: a path is empty; expected a folder, a video or a list");
      }
    }
  }

  /** Has each clip or video predicted by one of the machines. */
  private int bulk(Cluster machines, Path weights, SavedModel saved, Path folder)
      throws IOException, InterruptedException, InputException {
    OutputForm form = output.form();
    if (form == OutputForm.CSV) {
      throw new InputException(
          "predict: --csv has no effect on a cluster, where results.jsonl has a line for each; leave it out");
    }
    List<String> words = SentCommand.given(spec, List.of("--json", "--out"));
    String key = Product.version() + " " + saved.record().weightsSha256() + " " + words;
    BulkPredict.Counts counts;
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      counts = new BulkPredict(words, key, folder).of(weights, paths, machines, progress);
    }
    Path results = folder.resolve("results.jsonl");
    if (form == OutputForm.JSON) {
      terminal.out().println(ResultJson.line(new Bulk(results.toString(), counts)));
    } else {
      terminal
          .out()
          .printf(
              "%d named, %d of them before; %d left out%nresults: %s%n",
              counts.named(), counts.found(), counts.leftOut(), results);
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
      SavedModel saved, PreprocessSettings settings, Path folder, Cancelling cancelling)
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

  /** Returns whether all videos could be looked at. */
  private boolean spot(
      SavedModel saved,
      PreprocessSettings settings,
      FaceChoice face,
      Path folder,
      Cancelling cancelling)
      throws IOException, InputException {
    List<Footage> all = new ArrayList<>();
    for (Path media : OwnClips.media(paths)) {
      all.add(footage(media, face));
    }
    List<VideoPrediction.Outcome> outcomes = new ArrayList<>();
    List<AnnotatedFilm> films = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Footage footage : all) {
      if (cancelling.isCancelled()) {
        break;
      }
      // Videos with the same name would overwrite each other's pages.
      boolean first = names.add(footage.name());
      Path own = first ? folder : folder.resolve(String.valueOf(outcomes.size() + 1));
      try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
        Path page = own.resolve(footage.name() + ".html");
        if (Files.exists(page)) {
          progress.note("the page of an earlier search is replaced: " + page);
        }
        VideoPrediction.Outcome outcome =
            new VideoPrediction(saved, settings, progress, cancelling::isCancelled)
                .of(footage, own, spotting.isAnnotating());
        tell(progress, outcome);
        outcomes.add(outcome);
        films.add(AnnotatedFilm.of(outcome.video(), footage.media().toAbsolutePath().toString()));
      } catch (IOException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    List<Path> exported = exported(films, folder, failures);
    VideoOutput.print(
        terminal, saved.record().labels(), outcomes, exported, failures, output.form());
    failures.forEach(failure -> terminal.err().println("macro2micro: " + failure + " [left out]"));
    return failures.isEmpty();
  }

  /** Writes what was found for annotation tools; what can't be written is listed. */
  private List<Path> exported(List<AnnotatedFilm> films, Path folder, List<String> failures)
      throws InputException {
    List<Path> written = new ArrayList<>();
    for (ExportFormat format : films.isEmpty() ? Set.<ExportFormat>of() : spotting.exports()) {
      try {
        written.addAll(Export.write(format, films, folder));
      } catch (IOException e) {
        failures.add("export as %s: %s".formatted(format.word(), e.getMessage()));
      }
    }
    return written;
  }

  private Footage footage(Path media, FaceChoice face) throws IOException, InputException {
    try {
      return new Footage(media, OwnClips.frames(media), spotting.rate(), face);
    } catch (IllegalArgumentException e) {
      throw new InputException("predict: " + e.getMessage());
    }
  }

  private static void tell(ProgressDisplay progress, VideoPrediction.Outcome outcome) {
    String file = outcome.video().file();
    outcome.video().spotting().watched().notes().forEach(n -> progress.note(file + ": " + n));
    outcome.problems().forEach(progress::note);
    progress.note(
        String.format(
            Locale.ROOT,
            "%s: %d frames, %.1f per second",
            file,
            outcome.video().spotting().frames(),
            outcome.framesPerSecond()));
  }
}
