package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.OutputFolder;
import org.macro2micro.dataset.OwnClips;
import org.macro2micro.preprocess.Align;
import org.macro2micro.preprocess.FaceChoice;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.run.ClipPredictions;
import org.macro2micro.run.SavedModel;
import org.macro2micro.run.VideoPrediction;
import org.macro2micro.spot.Footage;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
  private OutputOptions output = new OutputOptions();

  /** The options that say how faces are found and placed. */
  static final class FaceOptions {
    @Option(
        names = "--align",
        paramLabel = "none|box|eyes",
        description =
            "How faces are found and placed (default: as in the training; but with --spot, box if they"
                + " were not aligned then, since a long video shows more than a face).")
    private @Nullable String align;

    @Option(
        names = "--detector",
        paramLabel = "FILE.onnx",
        description = "A YuNet model to find faces with, in place of OpenCV's cascades.")
    private @Nullable Path detector;
  }

  /** The options of long videos. */
  static final class SpottingOptions {
    @Option(names = "--spot", description = "Find micro-expressions in long videos and name them.")
    private boolean spot;

    @Option(
        names = "--rate",
        paramLabel = "N",
        description =
            "Frames per second of a folder of frames, or of a video whose own statement is wrong.")
    private @Nullable Double rate;

    @Option(
        names = "--face",
        paramLabel = "left|right|largest|N",
        description =
            "Which of several people is followed; N counts from the left (default: largest).")
    private @Nullable String face;

    @Option(
        names = "--annotate",
        description = "Also write the video with what was found drawn on it.")
    private boolean annotate;
  }

  /** The options that say where the results go, and in what form. */
  static final class OutputOptions {
    @Option(
        names = "--out",
        paramLabel = "DIR",
        description = "Folder of the page (default: runs/predict-MODEL).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object and nothing else.")
    private boolean json;

    @Option(names = "--csv", description = "Print CSV and nothing else.")
    private boolean csv;
  }

  PredictCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (model == null) {
      throw new InputException("predict: no model is given");
    }
    requireSense();
    FaceChoice face = face();
    SavedModel saved = SavedModel.read(model);
    PreprocessSettings settings = settings(saved.preparation());
    String name = String.valueOf(model.getFileName()).replaceFirst("\\.safetensors$", "");
    Path folder = output.out == null ? Path.of("runs", "predict-" + name) : output.out;
    OutputFolder.requireWritable(folder);
    try (Cancelling cancelling = new Cancelling()) {
      boolean isDone =
          spotting.spot
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
    if (output.json && output.csv) {
      throw new InputException("predict: give --json or --csv, not both");
    }
    if (spotting.rate != null && !(spotting.rate > 0 && Double.isFinite(spotting.rate))) {
      throw new InputException(
          "predict: --rate %s, expected frames per second: a number above 0"
              .formatted(spotting.rate));
    }
    for (Path path : paths) {
      if (path.toString().isBlank()) {
        throw new InputException("predict: a path is empty; expected a folder, a video or a list");
      }
    }
    String alone =
        spotting.annotate
            ? "--annotate"
            : spotting.rate != null ? "--rate" : spotting.face != null ? "--face" : "";
    if (!spotting.spot && !alone.isEmpty()) {
      throw new InputException(
          "predict: %s is for long videos; give --spot too, or leave it out".formatted(alone));
    }
  }

  private FaceChoice face() throws InputException {
    try {
      return spotting.face == null ? FaceChoice.LARGEST : FaceChoice.of(spotting.face);
    } catch (IllegalArgumentException e) {
      throw new InputException("predict: --face: " + e.getMessage());
    }
  }

  private OutputForm form() {
    return output.csv ? OutputForm.CSV : output.json ? OutputForm.JSON : OutputForm.TEXT;
  }

  private PreprocessSettings settings(PreprocessSettings trained) throws InputException {
    Align chosen = trained.align();
    if (faces.align != null) {
      try {
        chosen = Align.valueOf(faces.align.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new InputException(
            "predict: --align %s, expected none, box or eyes".formatted(faces.align));
      }
    } else if (spotting.spot && chosen == Align.NONE) {
      chosen = Align.BOX;
    }
    return trained.withFaces(chosen, faces.detector == null ? trained.detector() : faces.detector);
  }

  /** Returns whether any clip was named. */
  private boolean clips(
      SavedModel saved, PreprocessSettings settings, Path folder, Cancelling cancelling)
      throws IOException {
    ClipPredictions.Outcome outcome;
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      outcome =
          ClipPredictions.of(saved, paths, settings, folder, progress, cancelling::isCancelled);
      outcome.problems().forEach(progress::note);
    }
    ClipOutput.print(terminal, outcome, form());
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
        VideoPrediction.Outcome outcome =
            new VideoPrediction(saved, settings, progress, cancelling::isCancelled)
                .of(footage, own, spotting.annotate);
        tell(progress, outcome);
        outcomes.add(outcome);
      } catch (IOException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    VideoOutput.print(terminal, saved.record().labels(), outcomes, failures, form());
    failures.forEach(failure -> terminal.err().println("macro2micro: " + failure + " [left out]"));
    return failures.isEmpty();
  }

  private Footage footage(Path media, FaceChoice face) throws IOException, InputException {
    try {
      OptionalDouble rate =
          spotting.rate == null ? OptionalDouble.empty() : OptionalDouble.of(spotting.rate);
      return new Footage(media, OwnClips.frames(media), rate, face);
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
