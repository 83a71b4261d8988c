package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.dataset.OwnClips;
import org.macro2micro.preprocess.Align;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.run.ClipPredictions;
import org.macro2micro.run.SavedModel;
import org.macro2micro.run.VideoPrediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Uses a model on anybody's video. */
@Command(
    name = "predict",
    description = {
      "Names the expression of clips (folders of frames, videos, or text files that list them), or,",
      "with --spot, finds micro-expressions in long videos and names them. Writes a page to look at.",
      "Ctrl-C while spotting stops there: what was found is named and written."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro predict my.safetensors interview.mp4 --spot --align box",
      "A model: macro2micro train --micro casme2=CASME2 --out my.safetensors"
    })
final class PredictCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "MODEL.safetensors", description = "as train writes it")
  private @Nullable Path model;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "clips or videos")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--spot", description = "find micro-expressions in long videos")
  private boolean spot;

  @Option(
      names = "--align",
      paramLabel = "none|box|eyes",
      description = {
        "how faces are found and placed (default: as the model's clips were; with --spot box where",
        "those were not aligned, as a long video shows more than a face)"
      })
  private @Nullable String align;

  @Option(
      names = "--detector",
      paramLabel = "FILE.onnx",
      description = "YuNet, in place of OpenCV's cascades")
  private @Nullable Path detector;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "frames a second of folders of frames, for --spot; videos say theirs")
  private double rate;

  @Option(names = "--annotate", description = "with --spot: the video with what was found on it")
  private boolean annotate;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder of the page (default: runs/predict-MODEL)")
  private @Nullable Path out;

  @Option(names = "--json", description = "one JSON object on standard output, nothing else")
  private boolean json;

  @Option(names = "--csv", description = "CSV on standard output, nothing else")
  private boolean csv;

  PredictCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (model == null || (json && csv)) {
      throw new InputException(
          model == null ? "predict: no model given" : "predict: --json or --csv, not both");
    }
    SavedModel saved = SavedModel.read(model);
    PreprocessSettings settings = settings(saved.preparation());
    String name = String.valueOf(model.getFileName()).replaceFirst("\\.safetensors$", "");
    Path folder = out == null ? Path.of("runs", "predict-" + name) : out;
    try (Cancelling cancelling = new Cancelling()) {
      if (spot) {
        spot(saved, settings, folder, cancelling);
      } else {
        clips(saved, settings, folder, cancelling);
      }
      terminal.out().flush();
    }
    return 0;
  }

  private OutputForm form() {
    return csv ? OutputForm.CSV : json ? OutputForm.JSON : OutputForm.TEXT;
  }

  private PreprocessSettings settings(PreprocessSettings trained) throws InputException {
    Align chosen = trained.align();
    if (align != null) {
      try {
        chosen = Align.valueOf(align.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new InputException(
            "predict: --align %s, expected none, box or eyes".formatted(align));
      }
    } else if (spot && chosen == Align.NONE) {
      chosen = Align.BOX;
    }
    return trained.withFaces(chosen, detector == null ? trained.detector() : detector);
  }

  private void clips(
      SavedModel saved, PreprocessSettings settings, Path folder, Cancelling cancelling)
      throws IOException {
    ClipPredictions.Outcome outcome;
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      outcome =
          ClipPredictions.of(saved, paths, settings, folder, progress, cancelling::isCancelled);
      outcome.problems().forEach(progress::note);
    }
    ClipOutput.print(terminal, outcome, form());
  }

  private void spot(
      SavedModel saved, PreprocessSettings settings, Path folder, Cancelling cancelling)
      throws IOException, InputException {
    List<VideoPrediction.Outcome> outcomes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path media : OwnClips.media(paths)) {
      if (cancelling.isCancelled()) {
        break;
      }
      if (!OwnClips.frames(media).isEmpty() && !(rate > 0 && Double.isFinite(rate))) {
        throw new InputException(
            "predict: %s is a folder of frames; say how many there are in a second with --rate N"
                .formatted(media));
      }
      // Videos of one name would overwrite each other's pages.
      boolean first = names.add(String.valueOf(media.getFileName()));
      Path own = first ? folder : folder.resolve(String.valueOf(outcomes.size() + 1));
      try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
        VideoPrediction.Outcome outcome =
            new VideoPrediction(saved, settings, progress, cancelling::isCancelled)
                .of(media, rate, own, annotate);
        outcome.problems().forEach(progress::note);
        progress.note(
            String.format(
                Locale.ROOT,
                "%s: %d frames, %.1f a second",
                outcome.video().file(),
                outcome.video().spotting().frames(),
                outcome.framesPerSecond()));
        outcomes.add(outcome);
      }
    }
    VideoOutput.print(terminal, saved.record().labels(), outcomes, form());
  }
}
