package org.macro2micro.run;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.report.FrameStrip;
import org.macro2micro.report.PngImage;

/** Pictures of clips as the network saw them, the surest right and the surest wrong ones. */
final class ClipStrips {
  private static final int EACH = 4;
  private static final int MOST_FRAMES = 8;

  private final ClipSource source;
  private final boolean difference;

  ClipStrips(ClipSource source, Input input) {
    this.source = source;
    difference = input == Input.ONSET_DIFFERENCE;
  }

  /** A few clips that the row called rightly and a few that it did not. */
  List<FrameStrip> choose(String row, Map<ClipId, Prediction> predictions) throws IOException {
    List<Prediction> bySurety = new ArrayList<>(predictions.values());
    bySurety.sort(
        Comparator.comparingDouble(ClipStrips::surety).reversed().thenComparing(Prediction::id));
    List<FrameStrip> strips = new ArrayList<>();
    for (boolean right : new boolean[] {true, false}) {
      List<Prediction> chosen =
          bySurety.stream()
              .filter(p -> p.label().equals(source.truth().get(p.id())) == right)
              .limit(EACH)
              .toList();
      for (Prediction prediction : chosen) {
        strips.add(strip(row, prediction));
      }
    }
    return strips;
  }

  private FrameStrip strip(String row, Prediction prediction) throws IOException {
    PreparedClip clip = source.pixels().get(prediction.id());
    List<PngImage> frames = new ArrayList<>();
    int shown = Math.min(MOST_FRAMES, clip.frames());
    for (int i = 0; i < shown; i++) {
      int frame = shown == 1 ? 0 : i * (clip.frames() - 1) / (shown - 1);
      frames.add(png(clip, frame));
    }
    return new FrameStrip(
        prediction.id(),
        row,
        source.truth().getOrDefault(prediction.id(), ""),
        prediction.label(),
        surety(prediction),
        frames);
  }

  private static double surety(Prediction prediction) {
    return prediction.probabilities().stream().mapToDouble(p -> p).max().orElse(0);
  }

  private PngImage png(PreparedClip clip, int frame) throws IOException {
    int plane = clip.height() * clip.width();
    float strongest = 1e-6f;
    for (int i = 0; difference && i < clip.pixels().length; i++) {
      strongest = Math.max(strongest, Math.abs(clip.pixels()[i]));
    }
    BufferedImage image =
        new BufferedImage(clip.width(), clip.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < clip.height(); y++) {
      for (int x = 0; x < clip.width(); x++) {
        int rgb = 0;
        for (int channel = 0; channel < PreparedClip.CHANNELS; channel++) {
          int at = frame * clip.frameLength() + channel * plane + y * clip.width() + x;
          float value = clip.pixels()[at];
          // A difference is shown around grey, stretched to the clip's strongest motion.
          float shown = difference ? .5f + .5f * value / strongest : value;
          rgb = rgb << 8 | Math.max(0, Math.min(255, Math.round(255 * shown)));
        }
        image.setRGB(x, y, rgb);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return PngImage.of(bytes.toByteArray());
  }
}
