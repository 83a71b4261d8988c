package org.macro2micro.lab;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.Emotion;
import org.macro2micro.lab.camera.FrameRenderer;
import org.macro2micro.lab.camera.Light;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;
import org.macro2micro.video.VideoWriter;

/**
 * A video of one face that rests, shows an expression, rests again and so on, of which all is
 * known.
 *
 * @param file where it lies
 * @param spotting where the expressions are, with a curve that is their strength in share of the
 *     peak and some noise
 * @param emotions one an interval
 */
public record KnownVideo(Path file, Spotting spotting, List<Emotion> emotions) {
  /**
   * Writes one.
   *
   * @param settings of a layout of micro-expressions, for the picture and the person
   * @param rest frames before, between and after the expressions
   */
  public static KnownVideo write(
      LabSettings settings, List<Emotion> emotions, int rest, double framesPerSecond, Path file)
      throws IOException {
    int length = settings.frames().least();
    int frames = rest + emotions.size() * (length + rest);
    double[] curve = new double[frames];
    double[] threshold = new double[frames];
    List<SpottedInterval> intervals = new ArrayList<>();
    RandomGenerator noise = settings.databaseSeed().child("known video").random();
    int at = 0;
    try (VideoWriter writer =
        VideoWriter.open(file, settings.width(), settings.height(), framesPerSecond)) {
      for (int i = 0; i <= emotions.size(); i++) {
        boolean last = i == emotions.size();
        Emotion emotion = emotions.get(last ? i - 1 : i);
        CastClip clip = new CastClip("sub01", "EP" + i, Optional.of(emotion), length);
        ClipPlan plan = ClipPlan.of(settings, clip);
        FrameRenderer renderer =
            new FrameRenderer(
                settings, FrameRenderer.person(settings, "sub01"), Light.of(settings, clip), false);
        for (int j = 0; j < (last ? rest : rest + length); j++) {
          int moment = Math.max(0, j - rest);
          BufferedImage picture = renderer.render(plan.at(moment), noise);
          writer.add(picture);
          curve[at] = .8 * plan.strength(moment) + .12 * noise.nextDouble();
          threshold[at] = .35;
          at++;
        }
        if (!last) {
          int onset = at - length;
          intervals.add(
              new SpottedInterval(
                  onset, onset + plan.apex(), at - 1, curve[onset + plan.apex()] / .35));
        }
      }
    }
    return new KnownVideo(
        file, new Spotting(frames, framesPerSecond, curve, threshold, intervals), emotions);
  }
}
