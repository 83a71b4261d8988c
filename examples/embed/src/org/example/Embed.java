package org.example;

import java.nio.file.Path;
import java.util.List;
import org.macro2micro.preprocess.Align;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.run.ClipPredictions;
import org.macro2micro.run.RunListener;
import org.macro2micro.run.SavedModel;
import org.macro2micro.run.VideoPrediction;
import org.macro2micro.spot.Footage;
import org.macro2micro.spot.SpotSettings;

/** Names the expression in a clip, and finds movements in a long video with and without names. */
public final class Embed {
  private Embed() {}

  /**
   * Runs all three.
   *
   * @param arguments MODEL.safetensors, a clip, a long video, and a folder for the pages
   */
  public static void main(String[] arguments) throws Exception {
    Path out = Path.of(arguments[3]);
    SavedModel model = SavedModel.read(Path.of(arguments[0]));
    nameClip(model, Path.of(arguments[1]), out);
    nameMovements(model, Path.of(arguments[2]), out.resolve("named"));
    findMovements(Path.of(arguments[2]), out.resolve("movements"));
  }

  /** A clip is a short video of one expression, or the folder of its frames. */
  static void nameClip(SavedModel model, Path clip, Path out) throws Exception {
    ClipPredictions.Outcome outcome =
        ClipPredictions.of(
            model, List.of(clip), model.preparation(), out, RunListener.silent(), () -> false);
    outcome.predictions().forEach(p -> System.out.println(p.label() + " " + p.probabilities()));
  }

  /** A long video shows more than the face, so the face is found in it. */
  static void nameMovements(SavedModel model, Path video, Path out) throws Exception {
    PreprocessSettings faces = model.preparation().withFaces(Align.BOX, null);
    VideoPrediction.Outcome outcome =
        new VideoPrediction(model, faces, RunListener.silent(), () -> false)
            .of(Footage.of(video), out, false);
    for (LabelledInterval found : outcome.video().intervals()) {
      System.out.println(outcome.video().clock(found.interval().apex()) + " " + found.label());
    }
  }

  /** Without a model nothing is named. */
  static void findMovements(Path video, Path out) throws Exception {
    VideoPrediction.Outcome outcome =
        VideoPrediction.ofMovements(
                PreprocessSettings.ofFaces(Align.BOX, null),
                SpotSettings.DEFAULT,
                RunListener.silent(),
                () -> false)
            .of(Footage.of(video), out, false);
    outcome.video().intervals().forEach(found -> System.out.println(found.interval()));
  }
}
