package org.macro2micro.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.experiment.Row;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.report.experiment.FrameStrip;

/**
 * Pictures of the surest right and the surest wrong clips: the face at the apex, and then what the
 * network saw.
 */
final class ClipStrips {
  private static final int EACH = 4;
  private static final int MOST_FRAMES = 8;
  private static final int FACE_PIXELS = 96;

  private final ClipSource source;

  ClipStrips(ClipSource source) {
    this.source = source;
  }

  /** A few clips that the row called rightly and a few that it did not. */
  List<FrameStrip> choose(Row row, Map<ClipId, Prediction> predictions) {
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

  private FrameStrip strip(Row row, Prediction prediction) {
    PreparedClip clip = source.pixels().get(prediction.id());
    List<PngImage> frames = new ArrayList<>();
    Optional<PreparedClip> face = source.pixels().apexFace(prediction.id(), FACE_PIXELS);
    if (face.isPresent()) {
      frames.add(png(face.get(), 0));
    }
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

  private static PngImage png(PreparedClip clip, int frame) {
    int from = frame * clip.frameLength();
    float[] planes = Arrays.copyOfRange(clip.pixels(), from, from + clip.frameLength());
    if (clip.input().isDifference()) {
      float strongest = strongest(clip);
      for (int i = 0; i < planes.length; i++) {
        planes[i] = .5f + .5f * planes[i] / strongest;
      }
    }
    return PngImage.ofPlanes(clip.width(), clip.height(), planes);
  }

  /** The 99th percentile of all changes: differences are shown around grey, stretched to it. */
  private static float strongest(PreparedClip clip) {
    float[] sizes = clip.pixels().clone();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
    }
    Arrays.sort(sizes);
    return Math.max(1e-6f, sizes[(int) (.99 * (sizes.length - 1))]);
  }
}
