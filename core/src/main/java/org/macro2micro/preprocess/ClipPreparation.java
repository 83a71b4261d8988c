package org.macro2micro.preprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.base.Sha256;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.preprocess.PreprocessSettings.MissingApex;

/**
 * Turns a clip's files into its pixels: decode, align, find the apex, scale, take to T frames with
 * the apex kept, magnify (or both at once, by {@link EulerianFrames}), and then the frames
 * themselves, their differences to the onset, or the flow of rise and fall.
 *
 * @param settings all choices
 */
record ClipPreparation(PreprocessSettings settings) {
  /**
   * A version that changes whenever the same files and settings would give other pixels than
   * before.
   */
  private static final String FORMAT = "prepared clip 5";

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
    Sha256 sha = new Sha256();
    // An apex that is not annotated follows from the rest.
    String places = clip.onset() + "," + clip.apex() + "," + clip.offset();
    String view = clip.frames().video().map(v -> "" + v.part() + v.turn()).orElse("");
    String head = FORMAT + settings.withoutFiles() + places + clip.frames().content() + view;
    sha.add(head);
    if (settings.detector() != null && settings.align() != Align.NONE) {
      sha.add(FrameDecoder.digest(clip.id(), settings.detector(), true));
    }
    if (settings.seeksLandmarks() && clip.frames().content() == Frames.Content.FACE) {
      sha.add(FrameDecoder.digest(clip.id(), Objects.requireNonNull(settings.landmarks()), true));
    }
    for (Path file : used(clip)) {
      sha.add(FrameDecoder.digest(clip.id(), file, clip.frames().video().isPresent()));
    }
    return sha.hex();
  }

  /** The clip's pixels. */
  PreparedClip prepare(Clip clip) throws PreparationException {
    return prepare(clip, new FrameDecoder(clip.id()), Optional.empty());
  }

  /**
   * Returns the clip's pixels from pictures that are not in its files; flow has files only.
   *
   * @param followed where the person is, if one was followed through the whole film
   */
  PreparedClip prepare(Clip clip, PictureSource source, Optional<FaceTrack> followed)
      throws PreparationException {
    requireFittingInput(clip);
    if (clip.frames().content() == Frames.Content.FLOW) {
      return flowFiles(clip);
    }
    AlignedFrames aligned = AlignedFrames.of(clip, source, settings, followed);
    Clip known = ApexSearch.located(aligned, settings.apex());
    return settings.input() == Input.FLOW ? flow(known, aligned) : frames(known, aligned);
  }

  /**
   * Returns the clip ready to be prepared with its movement hidden in places. The caller closes it.
   *
   * @param source has the frames of {@link #occluded}
   * @param followed where the person is, if one was followed through the whole film
   */
  ClipOcclusion occlusion(Clip clip, PictureSource source, Optional<FaceTrack> followed)
      throws PreparationException {
    requireFittingInput(clip);
    if (clip.frames().content() == Frames.Content.FLOW) {
      throw new PreparationException(
          clip.id(),
          "its files (%s, ...) are flow images; expected frames of a face, in which movement can be hidden"
              .formatted(clip.frames().files().get(0)));
    }
    AlignedFrames aligned = AlignedFrames.of(clip, source, settings, followed);
    Clip known = ApexSearch.located(aligned, settings.apex());
    if (settings.input() == Input.FLOW) {
      return FlowOcclusion.of(this, known, aligned);
    }
    SortedSet<Integer> positions = positions(known);
    positions.addAll(List.of(known.onset(), apex(known)));
    return FrameOcclusion.of(this, known, aligned, positions);
  }

  /** The positions of frames that {@link #occlusion} decodes, of a clip that comes as a face. */
  SortedSet<Integer> occluded(Clip clip) {
    SortedSet<Integer> positions = decoded(clip);
    Clip known = ApexSearch.inTheMiddle(clip);
    positions.addAll(List.of(known.onset(), apex(known)));
    return positions;
  }

  /**
   * The files that {@link #prepare} decodes; all of them where values have more than 8 bits, since
   * their scale is that of the largest in any frame.
   */
  List<Path> used(Clip clip) throws PreparationException {
    requireFittingInput(clip);
    List<Path> files = clip.frames().files();
    if (clip.frames().content() == Frames.Content.FLOW || clip.frames().video().isPresent()) {
      return files;
    }
    List<Path> decoded = decoded(clip).stream().map(files::get).toList();
    return FrameDecoder.isDeep(clip.id(), decoded.get(0)) ? files : decoded;
  }

  /** The positions of frames that {@link #prepare} decodes, of a clip that comes as a face. */
  SortedSet<Integer> decoded(Clip clip) {
    SortedSet<Integer> positions = new TreeSet<>(AlignedFrames.lookedAt(clip, settings.align()));
    if (settings.apex() == MissingApex.SPOT && clip.apex().isEmpty()) {
      positions.addAll(ApexSearch.lookedAt(clip));
    } else {
      positions.addAll(positions(ApexSearch.inTheMiddle(clip)));
    }
    return positions;
  }

  /** The positions of the frames that the pixels are made of; the clip's apex is known. */
  private SortedSet<Integer> positions(Clip clip) {
    if (settings.input() == Input.FLOW && settings.eulerian() == null) {
      return new TreeSet<>(List.of(clip.onset(), apex(clip), clip.offset()));
    }
    FrameMixture mixture = mixture(clip);
    SortedSet<Integer> positions = new TreeSet<>();
    for (int i = clip.onset(); i <= clip.offset(); i++) {
      if (isDecoded(mixture, i - clip.onset())) {
        positions.add(i);
      }
    }
    return positions;
  }

  private void requireFittingInput(Clip clip) throws PreparationException {
    if (clip.frames().content() == Frames.Content.FLOW && settings.input() != Input.FLOW) {
      throw new PreparationException(
          clip.id(),
          "its files (%s, ...) are flow images, and preprocess.input=%s needs frames of a face; set preprocess.input=flow"
              .formatted(clip.frames().files().get(0), settings.input().word()));
    }
    if (clip.frames().content() == Frames.Content.FLOW && magnification().isOn()) {
      throw new PreparationException(
          clip.id(),
          "its files (%s, ...) are flow images, and preprocess.magnification=%s needs frames of a face; set preprocess.magnification=1"
              .formatted(clip.frames().files().get(0), settings.magnification()));
    }
    if (clip.frames().content() == Frames.Content.FLOW && settings.eulerian() != null) {
      throw new PreparationException(
          clip.id(),
          "its files (%s, ...) are flow images, and preprocess.eulerian needs frames of a face; take another method, or leave preprocess.eulerian out"
              .formatted(clip.frames().files().get(0)));
    }
  }

  private int apex(Clip clip) {
    return clip.apex().orElseThrow();
  }

  private FrameMixture mixture(Clip clip) {
    int apex = apex(clip) - clip.onset();
    int last = clip.offset() - clip.onset();
    return settings.eulerian() == null
        ? FrameMixture.of(apex, last, settings.frames(), settings.interpolation())
        : FrameMixture.even(apex, last, settings.frames());
  }

  private boolean isDecoded(FrameMixture mixture, int i) {
    boolean needsOnset = settings.input().isDifference() || magnification().isOn();
    return settings.eulerian() != null || mixture.uses(i) || (i == 0 && needsOnset);
  }

  private Magnification magnification() {
    return new Magnification(settings.magnification());
  }

  /** Returns the pixels of a clip whose apex is known, as frames or differences of them. */
  PreparedClip frames(Clip clip, AlignedFrames aligned) throws PreparationException {
    FrameMixture mixture = mixture(clip);
    try (LandmarkSearch search = LandmarkSearch.of(settings, mixture)) {
      PreparedClip made = frames(clip, aligned, mixture, search);
      return made.with(made.pixels(), search.landmarks());
    } catch (IOException e) {
      throw new PreparationException(clip.id(), String.valueOf(e.getMessage()), e);
    }
  }

  private PreparedClip frames(
      Clip clip, AlignedFrames aligned, FrameMixture mixture, LandmarkSearch search)
      throws PreparationException {
    int length = PreparedClip.CHANNELS * settings.size() * settings.size();
    double[] sums = new double[settings.frames() * length];
    float[] onset = new float[length];
    Eulerian eulerian = settings.eulerian();
    EulerianFrames band =
        eulerian == null
            ? null
            : new EulerianFrames(eulerian, mixture, settings.size(), settings.grey());
    aligned.decode(
        positions(clip),
        (position, picture) -> {
          int i = position - clip.onset();
          search.look(i, picture);
          float[] frame = FrameDecoder.colour(picture, settings.size(), settings.grey());
          if (band == null) {
            mixture.add(i, frame, sums);
          } else {
            band.add(i, frame);
          }
          if (i == 0) {
            System.arraycopy(frame, 0, onset, 0, length);
          }
        });
    if (band != null) {
      band.mix(sums);
    }
    magnification().apply(sums, onset, settings.size());
    float[] pixels =
        switch (settings.input()) {
          case ONSET_DIFFERENCE -> OnsetDifference.of(sums, onset, settings.gain());
          case NORMALISED_DIFFERENCE -> OnsetDifference.normalised(sums, onset, settings.gain());
          case FRAME, FLOW -> inRange(sums);
        };
    return clip(clip.id(), mixture.apex(), settings.frames(), pixels);
  }

  /**
   * Scales values from 0..255 to 0..1. TIM's curve may leave the range that images have: it is cut.
   */
  private static float[] inRange(double[] sums) {
    float[] pixels = new float[sums.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) Math.max(0, Math.min(1, sums[i] / 255));
    }
    return pixels;
  }

  private PreparedClip flow(Clip clip, AlignedFrames aligned) throws PreparationException {
    return flowClip(
        clip.id(),
        flows(clip, aligned).stream()
            .map(flow -> FlowImage.planes(flow, settings.flowSize()))
            .toList());
  }

  /**
   * Returns the clip of the images of rise and fall.
   *
   * @param planes of each: horizontal flow, vertical flow, strain
   */
  PreparedClip flowClip(ClipId id, List<float[][]> planes) {
    List<float[]> images =
        planes.stream()
            .map(three -> FlowImage.of(three, settings.flowSize(), settings.size()))
            .toList();
    return pair(id, images.get(0), images.get(1));
  }

  /** Returns the flow of rise and fall of a clip whose apex is known. */
  List<OpticalFlow> flows(Clip clip, AlignedFrames aligned) throws PreparationException {
    int size = settings.flowSize();
    int apex = apex(clip);
    SortedMap<Integer, Mat> grey = new TreeMap<>();
    try {
      aligned.decode(
          positions(clip),
          (position, picture) -> grey.put(position, FrameDecoder.grey(picture, size)));
      Mat onset = decoded(grey, clip.onset());
      magnify(clip, grey);
      for (Mat frame : grey.values()) {
        magnification().apply(frame, onset);
      }
      Mat top = decoded(grey, apex);
      Mat offset = decoded(grey, clip.offset());
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
      return List.of(rise, fall);
    } finally {
      grey.values().forEach(Mat::close);
    }
  }

  /**
   * Magnifies onset, apex and offset in place; the movement that is magnified is that of all
   * frames.
   */
  private void magnify(Clip clip, SortedMap<Integer, Mat> grey) {
    Eulerian eulerian = settings.eulerian();
    if (eulerian == null) {
      return;
    }
    int size = settings.flowSize();
    List<Integer> positions = List.of(clip.onset(), apex(clip), clip.offset());
    double[] places = positions.stream().mapToDouble(at -> at - clip.onset()).toArray();
    EulerianFrames band =
        new EulerianFrames(
            eulerian, FrameMixture.at(0, clip.offset() - clip.onset(), places), size, true);
    grey.forEach((position, frame) -> band.add(position - clip.onset(), values(frame)));
    double[] magnified = new double[positions.size() * size * size];
    band.mix(magnified);
    for (int i = 0; i < positions.size(); i++) {
      byte[] bytes = new byte[size * size];
      for (int k = 0; k < bytes.length; k++) {
        bytes[k] = (byte) Math.round(magnified[i * bytes.length + k]);
      }
      try (BytePointer data = decoded(grey, positions.get(i)).data()) {
        data.put(bytes);
      }
    }
  }

  private static float[] values(Mat grey) {
    byte[] bytes = new byte[grey.rows() * grey.cols()];
    try (BytePointer data = grey.data()) {
      data.get(bytes);
    }
    float[] values = new float[bytes.length];
    for (int k = 0; k < bytes.length; k++) {
      values[k] = bytes[k] & 0xff;
    }
    return values;
  }

  private static Mat decoded(Map<Integer, Mat> frames, int position) {
    return Objects.requireNonNull(frames.get(position), "every position asked for is decoded");
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
    return pair(clip.id(), rise, fall);
  }

  private PreparedClip pair(ClipId id, float[] rise, float[] fall) {
    float[] pixels = new float[rise.length + fall.length];
    System.arraycopy(rise, 0, pixels, 0, rise.length);
    System.arraycopy(fall, 0, pixels, rise.length, fall.length);
    return clip(id, 0, 2, pixels);
  }

  private PreparedClip clip(ClipId id, int apex, int frames, float[] pixels) {
    return new PreparedClip(
        id, settings.input(), frames, settings.size(), settings.size(), apex, pixels);
  }
}
