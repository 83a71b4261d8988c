package org.macro2micro.preprocess;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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
  private static final String FORMAT = "prepared clip 1";

  ClipPreparation {
    // Clips are prepared in parallel; one thread each also makes flow the same everywhere.
    opencv_core.setNumThreads(1);
  }

  /** SHA-256 of everything the result depends on: settings and the content of the clip's files. */
  String key(Clip clip) throws PreparationException {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      String head = FORMAT + settings + clip.onset() + "," + clip.apex() + "," + clip.offset();
      sha.update((head + clip.frames().content()).getBytes(StandardCharsets.UTF_8));
      for (Path file : used(clip)) {
        byte[] content = Files.readAllBytes(file);
        sha.update(MessageDigest.getInstance("SHA-256").digest(content));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new PreparationException(clip.id(), "a frame can't be read (" + e + ")", e);
    }
  }

  /** The clip's pixels. */
  PreparedClip prepare(Clip clip) throws PreparationException {
    boolean flowFiles = clip.frames().content() == Frames.Content.FLOW;
    if (flowFiles && settings.input() != Input.FLOW) {
      throw new PreparationException(
          clip.id(),
          "its files are flow images, and preprocess.input asks for faces; set preprocess.input=flow");
    }
    if (flowFiles) {
      return flowFiles(clip);
    }
    return settings.input() == Input.FLOW ? flow(clip) : frames(clip);
  }

  private static List<Path> used(Clip clip) {
    return clip.frames().content() == Frames.Content.FLOW
        ? clip.frames().files()
        : clip.frames().files().subList(clip.onset(), clip.offset() + 1);
  }

  private int apex(Clip clip) {
    return clip.apex().orElse((clip.onset() + clip.offset()) / 2);
  }

  private PreparedClip frames(Clip clip) throws PreparationException {
    int size = settings.size();
    int length = PreparedClip.CHANNELS * size * size;
    List<Path> files = used(clip);
    int onset = clip.onset();
    FrameSampling sampling =
        FrameSampling.of(0, apex(clip) - onset, clip.offset() - onset, settings.frames());
    double[][] weights = new double[settings.frames()][];
    for (int t = 0; t < weights.length; t++) {
      weights[t] = settings.interpolation().of(files.size(), sampling.positions()[t]);
    }
    double[] sums = new double[settings.frames() * length];
    double[] first = new double[length];
    FrameDecoder decoder = new FrameDecoder(clip.id());
    for (int i = 0; i < files.size(); i++) {
      if (i > 0 && !isUsed(weights, i)) {
        continue;
      }
      float[] frame = decoder.colour(files.get(i), size, settings.grey());
      for (int t = 0; t < weights.length; t++) {
        add(sums, t * length, frame, weights[t][i]);
      }
      if (i == 0) {
        add(first, 0, frame, 1);
      }
    }
    boolean difference = settings.input() == Input.ONSET_DIFFERENCE;
    float[] pixels = new float[sums.length];
    for (int i = 0; i < pixels.length; i++) {
      double value = sums[i] / 255;
      if (difference) {
        value = settings.gain() * (value - first[i % length] / 255);
      }
      pixels[i] = (float) Math.max(difference ? -1 : 0, Math.min(1, value));
    }
    return clip(clip, sampling.apex(), settings.frames(), pixels);
  }

  private static boolean isUsed(double[][] weights, int frame) {
    for (double[] row : weights) {
      if (row[frame] != 0) {
        return true;
      }
    }
    return false;
  }

  private static void add(double[] sums, int at, float[] frame, double weight) {
    if (weight == 0) {
      return;
    }
    for (int i = 0; i < frame.length; i++) {
      sums[at + i] += weight * frame[i];
    }
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
      } else if (settings.fall() == PreprocessSettings.MissingFall.RETURN_TO_ONSET) {
        fall = OpticalFlow.between(top, onset);
      } else {
        fall = OpticalFlow.none(size * size);
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
    // Some distributions have the rise only.
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
