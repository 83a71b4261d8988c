package org.macro2micro.preprocess;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Frames;

/**
 * From a clip's files to its pixels: decode, scale, take to T frames with the apex kept, and then
 * the frames themselves, their differences to the onset, or the flow of rise and fall.
 *
 * @param settings all choices
 */
record ClipPreparation(PreprocessSettings settings) {
  /** Changes whenever the same files and settings would give other pixels than before. */
  private static final String FORMAT = "prepared clip 2";

  ClipPreparation {
    // Clips are prepared in parallel; one thread each also makes flow the same everywhere.
    opencv_core.setNumThreads(1);
  }

  /**
   * SHA-256 of everything the result depends on: the settings and the content of those of the
   * clip's files that are used. The content and not the date of a file decides, so a copied
   * database finds its cache and a repaired frame does not.
   */
  String key(Clip clip) throws PreparationException {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String places = clip.onset() + "," + apex(clip) + "," + clip.offset();
      String head = FORMAT + settings + places + clip.frames().content();
      sha.update(head.getBytes(StandardCharsets.UTF_8));
      for (Path file : used(clip)) {
        byte[] content = FrameDecoder.content(clip.id(), file);
        sha.update(MessageDigest.getInstance("SHA-256").digest(content));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The clip's pixels. */
  PreparedClip prepare(Clip clip) throws PreparationException {
    requireFittingInput(clip);
    if (settings.input() != Input.FLOW) {
      return frames(clip);
    }
    return clip.frames().content() == Frames.Content.FLOW ? flowFiles(clip) : flow(clip);
  }

  /** The files that {@link #prepare} decodes. */
  List<Path> used(Clip clip) throws PreparationException {
    requireFittingInput(clip);
    List<Path> files = clip.frames().files();
    if (clip.frames().content() == Frames.Content.FLOW) {
      return files;
    }
    IntStream positions;
    if (settings.input() == Input.FLOW) {
      positions = IntStream.of(clip.onset(), apex(clip), clip.offset()).distinct();
    } else {
      FrameMixture mixture = mixture(clip);
      positions =
          IntStream.rangeClosed(clip.onset(), clip.offset())
              .filter(i -> isDecoded(mixture, i - clip.onset()));
    }
    return positions.mapToObj(files::get).toList();
  }

  private void requireFittingInput(Clip clip) throws PreparationException {
    if (clip.frames().content() == Frames.Content.FLOW && settings.input() != Input.FLOW) {
      throw new PreparationException(
          clip.id(),
          "its files (%s, ...) are flow images, and preprocess.input=%s needs frames of a face; set preprocess.input=flow"
              .formatted(clip.frames().files().get(0), settings.input().word()));
    }
  }

  private int apex(Clip clip) {
    return clip.apex().orElseGet(() -> settings.apex().between(clip.onset(), clip.offset()));
  }

  private FrameMixture mixture(Clip clip) {
    return FrameMixture.of(
        apex(clip) - clip.onset(),
        clip.offset() - clip.onset(),
        settings.frames(),
        settings.interpolation());
  }

  private boolean isDecoded(FrameMixture mixture, int i) {
    return mixture.uses(i) || (i == 0 && settings.input().isDifference());
  }

  private PreparedClip frames(Clip clip) throws PreparationException {
    int length = PreparedClip.CHANNELS * settings.size() * settings.size();
    FrameMixture mixture = mixture(clip);
    double[] sums = new double[settings.frames() * length];
    float[] onset = {};
    FrameDecoder decoder = new FrameDecoder(clip.id());
    for (int i = 0; i <= clip.offset() - clip.onset(); i++) {
      if (!isDecoded(mixture, i)) {
        continue;
      }
      Path file = clip.frames().files().get(clip.onset() + i);
      float[] frame = decoder.colour(file, settings.size(), settings.grey());
      mixture.add(i, frame, sums);
      if (i == 0) {
        onset = frame;
      }
    }
    float[] pixels =
        switch (settings.input()) {
          case ONSET_DIFFERENCE -> OnsetDifference.of(sums, onset, settings.gain());
          case NORMALISED_DIFFERENCE -> OnsetDifference.normalised(sums, onset, settings.gain());
          case FRAME, FLOW -> inRange(sums);
        };
    return clip(clip, mixture.apex(), settings.frames(), pixels);
  }

  /** From 0..255 to 0..1. TIM's curve may leave the range that images have: it is cut. */
  private static float[] inRange(double[] sums) {
    float[] pixels = new float[sums.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) Math.max(0, Math.min(1, sums[i] / 255));
    }
    return pixels;
  }

  private PreparedClip flow(Clip clip) throws PreparationException {
    List<Path> files = clip.frames().files();
    int size = settings.flowSize();
    int apex = apex(clip);
    FrameDecoder decoder = new FrameDecoder(clip.id());
    try (Mat onset = decoder.grey(files.get(clip.onset()), size);
        Mat top = decoder.grey(files.get(apex), size);
        Mat offset = decoder.grey(files.get(clip.offset()), size)) {
      OpticalFlow rise = OpticalFlow.between(onset, top);
      OpticalFlow fall;
      if (apex < clip.offset()) {
        fall = OpticalFlow.between(top, offset);
      } else {
        fall =
            switch (settings.fall()) {
              case RETURN_TO_ONSET -> OpticalFlow.between(top, onset);
              case NONE -> OpticalFlow.none(size * size);
            };
      }
      return pair(
          clip,
          FlowImage.of(rise, size, settings.size()),
          FlowImage.of(fall, size, settings.size()));
    }
  }

  private PreparedClip flowFiles(Clip clip) throws PreparationException {
    List<Path> files = clip.frames().files();
    FrameDecoder decoder = new FrameDecoder(clip.id());
    float[] rise = decoder.colour(files.get(0), settings.size(), false);
    // Some distributions have the rise only; all clips of a source need the same T.
    float[] fall =
        files.size() > 1 ? decoder.colour(files.get(1), settings.size(), false) : rise.clone();
    for (float[] image : List.of(rise, fall)) {
      for (int i = 0; i < image.length; i++) {
        image[i] /= 255;
      }
    }
    return pair(clip, rise, fall);
  }

  private PreparedClip pair(Clip clip, float[] rise, float[] fall) {
    float[] pixels = new float[rise.length + fall.length];
    System.arraycopy(rise, 0, pixels, 0, rise.length);
    System.arraycopy(fall, 0, pixels, rise.length, fall.length);
    return clip(clip, 0, 2, pixels);
  }

  private PreparedClip clip(Clip clip, int apex, int frames, float[] pixels) {
    return new PreparedClip(
        clip.id(), settings.input(), frames, settings.size(), settings.size(), apex, pixels);
  }
}
