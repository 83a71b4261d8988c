package org.macro2micro.preprocess;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;

/**
 * {@link ClipOcclusion} of a clip whose frames are looked at. The frames that its preparation needs
 * are held at the size that it scales them to.
 *
 * @param preparation seeks no landmarks
 * @param clip whose apex is known
 * @param whole the clip with nothing hidden
 * @param held the scaled frames by position, among them the onset
 * @param apex the aligned frame as large as it comes
 */
record FrameOcclusion(
    ClipPreparation preparation,
    Clip clip,
    PreparedClip whole,
    SortedMap<Integer, Mat> held,
    Mat apex)
    implements ClipOcclusion {
  /**
   * Holds what is needed of a clip.
   *
   * @param clip whose apex is known
   * @param positions of the frames that its pixels are made of
   */
  static FrameOcclusion of(
      ClipPreparation preparation, Clip clip, AlignedFrames aligned, SortedSet<Integer> positions)
      throws PreparationException {
    PreprocessSettings settings = preparation.settings();
    PreparedClip whole = preparation.frames(clip, aligned);
    FrameOcclusion occlusion =
        new FrameOcclusion(
            new ClipPreparation(settings.withLandmarks(null)),
            clip,
            whole,
            new TreeMap<>(),
            new Mat());
    try {
      aligned.decode(
          positions,
          (position, picture) -> {
            occlusion.held.put(position, FrameDecoder.scaled(picture, settings.size()));
            if (position == clip.apex().orElseThrow()) {
              picture.copyTo(occlusion.apex);
            }
          });
    } catch (PreparationException | RuntimeException e) {
      occlusion.close();
      throw e;
    }
    return occlusion;
  }

  @Override
  public PreparedClip without(ClipId id, FaceSquare square) throws PreparationException {
    PictureSource hiding =
        (Frames frames, SortedSet<Integer> positions, FrameDecoder.Sink sink) -> {
          for (int position : positions) {
            try (Mat frame = at(position).clone()) {
              square.copy(at(clip.onset()), frame);
              sink.take(position, frame);
            }
          }
        };
    PreparedClip made =
        preparation.frames(
            clip, new AlignedFrames(clip, hiding, Optional.empty(), Optional.empty()));
    return new PreparedClip(
        id,
        made.input(),
        made.frames(),
        made.height(),
        made.width(),
        made.apex(),
        made.pixels(),
        whole.landmarks());
  }

  private Mat at(int position) {
    return Objects.requireNonNull(held.get(position), "every frame that is needed is held");
  }

  @Override
  public float[] apexFace(int size) {
    return FrameDecoder.shares(apex, size);
  }

  @Override
  public void close() {
    held.values().forEach(Mat::close);
    apex.close();
  }
}
