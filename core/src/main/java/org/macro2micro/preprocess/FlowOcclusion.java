package org.macro2micro.preprocess;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;

/**
 * {@link ClipOcclusion} of a clip that is prepared as flow. The flow is computed once: no movement
 * is zero flow, which needs no second search for it. The strain is that of the whole flow with zero
 * in the square, so that the square's edges strain nothing.
 *
 * @param preparation makes images of flow
 * @param clip whose apex is known
 * @param whole the clip with nothing hidden
 * @param planes of rise and fall: horizontal flow, vertical flow, strain
 * @param apex the aligned frame as large as it comes
 */
record FlowOcclusion(
    ClipPreparation preparation, Clip clip, PreparedClip whole, List<float[][]> planes, Mat apex)
    implements ClipOcclusion {
  /**
   * Computes the flow of a clip.
   *
   * @param clip whose apex is known
   */
  static FlowOcclusion of(ClipPreparation preparation, Clip clip, AlignedFrames aligned)
      throws PreparationException {
    int size = preparation.settings().flowSize();
    List<float[][]> planes =
        preparation.flows(clip, aligned).stream()
            .map(flow -> FlowImage.planes(flow, size))
            .toList();
    Mat apex = new Mat();
    try {
      aligned.decode(
          new TreeSet<>(Set.of(clip.apex().orElseThrow())),
          (position, picture) -> picture.copyTo(apex));
    } catch (PreparationException | RuntimeException e) {
      apex.close();
      throw e;
    }
    return new FlowOcclusion(
        preparation, clip, preparation.flowClip(clip.id(), planes), planes, apex);
  }

  @Override
  public PreparedClip without(ClipId id, FaceSquare square) {
    int size = preparation.settings().flowSize();
    List<float[][]> hidden = planes.stream().map(three -> hidden(three, square, size)).toList();
    return preparation.flowClip(id, hidden);
  }

  private static float[][] hidden(float[][] planes, FaceSquare square, int size) {
    float[][] hidden = new float[planes.length][];
    for (int i = 0; i < planes.length; i++) {
      hidden[i] = planes[i].clone();
      square.clear(hidden[i], size);
    }
    return hidden;
  }

  @Override
  public float[] apexFace(int size) {
    return FrameDecoder.shares(apex, size);
  }

  @Override
  public void close() {
    apex.close();
  }
}
