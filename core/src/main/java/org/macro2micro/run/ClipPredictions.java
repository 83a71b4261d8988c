package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.macro2micro.annotate.ApexPictures;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.dataset.OwnClips;
import org.macro2micro.method.Recognizer;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.report.video.PredictionContent;
import org.macro2micro.report.video.PredictionPage;

/** Names the class of clips that each show one expression, from a neutral face and back. */
public final class ClipPredictions {
  private ClipPredictions() {}

  /**
   * What was named.
   *
   * @param labels the classes in the order of the probabilities
   * @param predictions in the order given
   * @param paths of the clips
   * @param problems what was left out, corrected or noted, a line each
   * @param complete whether all clips were looked at
   * @param page shows all of it; null if it could not be written
   */
  public record Outcome(
      List<String> labels,
      List<Prediction> predictions,
      Map<ClipId, Path> paths,
      List<String> problems,
      boolean complete,
      @Nullable Path page) {}

  /**
   * Predicts, and writes a page.
   *
   * @param given folders of frames, videos, or lists of them; see {@link OwnClips}
   * @param settings how clips are prepared
   * @param out folder of the page and of prepared clips, which another call finds
   * @param isCancelled asked before each clip; what was named up to then is the outcome
   * @throws IOException if a path leads nowhere
   */
  public static Outcome of(
      SavedModel model,
      List<Path> given,
      PreprocessSettings settings,
      Path out,
      RunListener listener,
      BooleanSupplier isCancelled)
      throws IOException {
    OwnClips.Found found = OwnClips.read(given);
    List<String> problems = new ArrayList<>();
    found.problems().forEach(problem -> problems.add(problem.toString()));
    Path cache = out.resolve("prepared");
    Files.createDirectories(cache);
    listener.begin("prepare clips", found.clips().size());
    PreparedClips pixels =
        PreparedClips.prepare(
            found.clips(),
            settings,
            cache,
            model.settings().memoryMib() / 2,
            (done, all) -> listener.done(done));
    pixels.unusable().values().forEach(message -> problems.add(message + " [left out]"));
    problems.addAll(pixels.notes().values());
    List<Prediction> predictions = new ArrayList<>();
    boolean complete = true;
    listener.begin("name the classes of clips", found.clips().size());
    try (Recognizer recognizer = model.open()) {
      for (Clip clip : found.clips()) {
        complete = complete && !isCancelled.getAsBoolean();
        if (complete && pixels.contains(clip.id())) {
          predictions.addAll(recognizer.predict(List.of(clip.id()), pixels::get));
          listener.done(predictions.size());
        }
      }
    }
    Path page = out.resolve("predictions.html");
    boolean isWritten = true;
    List<String> labels = model.record().labels();
    Map<String, Object> shown = new LinkedHashMap<>(model.record().settings());
    PredictionContent content =
        new PredictionContent(
            "Predicted clips",
            labels,
            predictions,
            ApexPictures.of(pixels, predictions.stream().map(Prediction::id).toList()),
            model.description(),
            problems,
            shown,
            Optional.empty());
    try {
      PredictionPage.write(page, content);
    } catch (IOException e) {
      // What was found is worth more than its page.
      isWritten = false;
      problems.add("no page: " + e.getMessage());
    }
    return new Outcome(
        labels, predictions, found.paths(), problems, complete, isWritten ? page : null);
  }
}
