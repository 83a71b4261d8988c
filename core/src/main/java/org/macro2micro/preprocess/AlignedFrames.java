package org.macro2micro.preprocess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Frames;

/**
 * A clip's frames with the face brought to its place. {@value #LOOKED_AT} frames, evenly from onset
 * to offset, are searched. Of several people one counts, by {@link FaceGroups} or as a film was
 * followed; a frame without a face does not count, and the median of what was found is taken.
 *
 * @param clip whose frames they are
 * @param source where its pictures come from
 * @param placement the square that shows the face; empty where frames are left as they are
 * @param head followed from frame to frame; empty where it is not
 */
record AlignedFrames(
    Clip clip, PictureSource source, Optional<FacePlacement> placement, Optional<HeadMotion> head) {
  private static final int LOOKED_AT = 5;

  /** The positions of the frames that are searched for the face; the onset is the first. */
  static SortedSet<Integer> lookedAt(Clip clip, Align align) {
    SortedSet<Integer> positions = new TreeSet<>();
    if (align != Align.NONE && clip.frames().content() == Frames.Content.FACE) {
      for (int i = 0; i < LOOKED_AT; i++) {
        positions.add(
            clip.onset() + (int) ((long) (clip.offset() - clip.onset()) * i / (LOOKED_AT - 1)));
      }
    }
    return positions;
  }

  /** {@link #of(Clip, PictureSource, PreprocessSettings, Optional)} of the clip's own files. */
  static AlignedFrames of(Clip clip, PreprocessSettings settings) throws PreparationException {
    return of(clip, new FrameDecoder(clip.id()), settings, Optional.empty());
  }

  /**
   * Finds the face.
   *
   * @param followed where the person is, if one was followed through the whole film
   * @throws PreparationException if no frame that is searched shows what is looked for
   */
  static AlignedFrames of(
      Clip clip, PictureSource source, PreprocessSettings settings, Optional<FaceTrack> followed)
      throws PreparationException {
    SortedSet<Integer> positions = lookedAt(clip, settings.align());
    if (positions.isEmpty()) {
      return new AlignedFrames(clip, source, Optional.empty(), Optional.empty());
    }
    List<List<Face>> found = new ArrayList<>();
    try (FaceFinder finder = FaceFinder.of(settings.detector());
        Mat onset = new Mat()) {
      source.decode(
          clip.frames(),
          positions,
          (position, picture) -> {
            List<Face> all = finder.all(picture);
            found.add(
                followed.isEmpty()
                    ? all
                    : followed.get().followed(position, all).stream().toList());
            if (position == clip.onset()) {
              picture.copyTo(onset);
            }
          });
      List<Face> faces = FaceGroups.onePerson(found);
      FacePlacement placement = placement(clip, settings.align(), faces, positions);
      Optional<HeadMotion> head = Optional.empty();
      if (settings.align() == Align.EYES) {
        try (Mat placed = placement.toPicture().taken(onset, placement.side())) {
          head = Optional.of(HeadMotion.since(placed));
        }
      }
      return new AlignedFrames(clip, source, Optional.of(placement), head);
    } catch (IOException e) {
      throw new PreparationException(clip.id(), String.valueOf(e.getMessage()), e);
    }
  }

  private static FacePlacement placement(
      Clip clip, Align align, List<Face> faces, SortedSet<Integer> positions)
      throws PreparationException {
    if (faces.isEmpty()) {
      throw new PreparationException(
          clip.id(),
          "no face was found in frames %s, counted from 0; expected one for preprocess.align=%s: set preprocess.align=none if the faces are cropped, try preprocess.detector, or leave the clip out"
              .formatted(positions, align.word()));
    }
    if (align == Align.BOX) {
      return FacePlacement.box(faces);
    }
    Optional<FacePlacement> placement = FacePlacement.eyes(faces);
    if (placement.isEmpty()) {
      throw new PreparationException(
          clip.id(),
          "a face was found, but no pair of eyes in frames %s, counted from 0; expected one for preprocess.align=eyes: set preprocess.align=box, try preprocess.detector, or leave the clip out"
              .formatted(positions));
    }
    return placement.get();
  }

  /** Decodes as {@link FrameDecoder#decode} does, with each frame aligned. */
  void decode(SortedSet<Integer> positions, FrameDecoder.Sink sink) throws PreparationException {
    if (placement.isEmpty()) {
      source.decode(clip.frames(), positions, sink);
      return;
    }
    source.decode(
        clip.frames(),
        positions,
        (position, picture) -> {
          try (Mat aligned =
              toPicture(picture, placement.get()).taken(picture, placement.get().side())) {
            sink.take(position, aligned);
          }
        });
  }

  /** Returns the transform from the square to a frame, with the head followed. */
  Similarity toPicture(Mat picture, FacePlacement square) {
    if (head.isEmpty()) {
      return square.toPicture();
    }
    try (Mat placed = square.toPicture().taken(picture, square.side())) {
      return head.get().to(placed).then(square.toPicture());
    }
  }
}
