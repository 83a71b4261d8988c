package org.macro2micro.preprocess;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;

/**
 * Looks at the face at the onset and at the apex of movements. The frames are read once, in order,
 * and of movements that do not overlap one onset at a time is held.
 *
 * <p>The face is looked for in both frames and placed as {@link AlignedFrames} places it; whatever
 * the alignment, the apex then follows the head, since what is asked is how the face moved, not the
 * head. Where no face is found, and with {@link Align#NONE}, the whole frame is shown.
 */
public final class FaceMovements {
  private final PreprocessSettings settings;
  private final int size;

  /** Where a movement begins and where it is largest: positions, onset &lt;= apex. */
  public record Span(int onset, int apex) {
    public Span {
      if (onset < 0 || apex < onset) {
        throw new IllegalArgumentException(
            "movement: onset %d, apex %d; expected 0 <= onset <= apex".formatted(onset, apex));
      }
    }
  }

  /** Takes what was seen. */
  @FunctionalInterface
  public interface Sink {
    /** Called for each span, in the order of apexes; {@code index} is its place in the list. */
    void take(int index, FaceMovement movement);
  }

  /**
   * @param settings whose alignment and detector are used
   * @param size pixels of the square pictures, 16 to 1024
   */
  public FaceMovements(PreprocessSettings settings, int size) {
    this.settings = settings.face(size);
    this.size = size;
  }

  /**
   * Reads the frames up to the last apex.
   *
   * @param id by which errors name the video
   * @param frames of a face
   * @param spans within the frames
   * @param followed the person whose movements they are, if one was followed
   * @throws PreparationException if a frame can't be decoded; the message names its file
   */
  public void read(
      ClipId id, Frames frames, List<Span> spans, Optional<FaceTrack> followed, Sink sink)
      throws PreparationException {
    SortedSet<Integer> positions = new TreeSet<>();
    for (Span span : spans) {
      positions.add(span.onset());
      positions.add(span.apex());
    }
    Map<Integer, Mat> onsets = new HashMap<>();
    try (@Nullable FaceFinder finder = finder()) {
      new FrameDecoder(id)
          .decode(
              frames,
              positions,
              (position, picture) -> {
                for (int i = 0; i < spans.size(); i++) {
                  if (spans.get(i).onset() == position) {
                    onsets.put(i, picture.clone());
                  }
                  if (spans.get(i).apex() == position) {
                    try (Mat onset = taken(onsets, i)) {
                      sink.take(i, movement(onset, picture, finder, spans.get(i), followed));
                    }
                  }
                }
              });
    } catch (IOException e) {
      throw new PreparationException(id, String.valueOf(e.getMessage()), e);
    } finally {
      onsets.values().forEach(Mat::close);
    }
  }

  private static Mat taken(Map<Integer, Mat> onsets, int index) {
    Mat onset = onsets.remove(index);
    if (onset == null) {
      throw new AssertionError("positions come in order, so an onset comes before its apex");
    }
    return onset;
  }

  private @Nullable FaceFinder finder() throws IOException {
    return settings.align() == Align.NONE ? null : FaceFinder.of(settings.detector());
  }

  private FaceMovement movement(
      Mat onset, Mat apex, @Nullable FaceFinder finder, Span span, Optional<FaceTrack> followed) {
    Optional<FacePlacement> face =
        finder == null ? Optional.empty() : placement(onset, apex, finder, span, followed);
    if (face.isPresent()) {
      return movement(onset, apex, face.get(), true);
    }
    try (Mat before = FrameDecoder.scaled(onset, size);
        Mat after = FrameDecoder.scaled(apex, size)) {
      return movement(before, after, new FacePlacement(Similarity.IDENTITY, size), false);
    }
  }

  private Optional<FacePlacement> placement(
      Mat onset, Mat apex, FaceFinder finder, Span span, Optional<FaceTrack> followed) {
    List<Face> before = finder.all(onset);
    List<Face> after = finder.all(apex);
    List<Face> faces =
        followed.isEmpty()
            ? FaceGroups.onePerson(List.of(before, after))
            : Stream.of(
                    followed.get().followed(span.onset(), before),
                    followed.get().followed(span.apex(), after))
                .flatMap(Optional::stream)
                .toList();
    if (faces.isEmpty()) {
      return Optional.empty();
    }
    Optional<FacePlacement> eyes =
        settings.align() == Align.EYES ? FacePlacement.eyes(faces) : Optional.empty();
    return eyes.or(() -> Optional.of(FacePlacement.box(faces)));
  }

  private FaceMovement movement(Mat onset, Mat apex, FacePlacement place, boolean faceFound) {
    try (Mat before = place.toPicture().taken(onset, place.side());
        Mat shifted = place.toPicture().taken(apex, place.side())) {
      Similarity head = HeadMotion.since(before).to(shifted);
      try (Mat after = head.then(place.toPicture()).taken(apex, place.side());
          Mat greyBefore = FrameDecoder.grey(before, size);
          Mat greyAfter = FrameDecoder.grey(after, size)) {
        OpticalFlow flow = OpticalFlow.between(greyBefore, greyAfter);
        float[] displacement = new float[size * size];
        for (int i = 0; i < displacement.length; i++) {
          displacement[i] = (float) (100 * Math.hypot(flow.u()[i], flow.v()[i]) / size);
        }
        return new FaceMovement(
            size,
            FrameDecoder.shares(before, size),
            FrameDecoder.shares(after, size),
            displacement,
            faceFound);
      }
    }
  }
}
