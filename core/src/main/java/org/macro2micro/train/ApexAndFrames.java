package org.macro2micro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.List;
import org.macro2micro.nn.NativeArrays;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreprocessSettings;

/**
 * The apex frames [n,3,H,W] and all frames [n,T,3,H,W] of clips, as a two-stream network takes
 * them. Its trunks take frames of any size. In memory they lie [n,H,W,3] and [n,T,H,W,3], see
 * {@link ChannelsLast}.
 */
public final class ApexAndFrames implements ClipView {
  // A network must be initialised with some size; its weights do not depend on it.
  private static final int SIDE = 32;

  @Override
  public NDList of(NDManager manager, List<PreparedClip> clips) {
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("batch: 0 clips, expected at least 1");
    }
    PreparedClip first = clips.get(0);
    clips.forEach(clip -> requireSameSize(first, clip));
    int n = clips.size();
    int height = first.height();
    int width = first.width();
    NDArray apex =
        NativeArrays.written(
            manager,
            new Shape(n, height, width, PreparedClip.CHANNELS),
            values -> clips.forEach(clip -> put(clip, clip.apex(), 1, values)));
    NDArray all =
        NativeArrays.written(
            manager,
            new Shape(n, first.frames(), height, width, PreparedClip.CHANNELS),
            values -> clips.forEach(clip -> put(clip, 0, clip.frames(), values)));
    return new NDList(apex.transpose(0, 3, 1, 2), all.transpose(0, 1, 4, 2, 3));
  }

  /** Writes the frames of a clip from one on, with each pixel's channels side by side. */
  private static void put(PreparedClip clip, int from, int count, FloatBuffer values) {
    int pixels = clip.height() * clip.width();
    for (int t = from; t < from + count; t++) {
      values.put(ChannelsLast.interleaved(clip.pixels(), t * clip.frameLength(), pixels));
    }
  }

  @Override
  public List<InputArray> arrays(PreprocessSettings settings) {
    boolean flow = settings.input() == Input.FLOW;
    InputArray apex =
        InputArray.images(
            "apex", flow ? "the rise, from onset to apex" : "the apex frame", settings.size());
    InputArray frames =
        InputArray.images(
            "frames",
            flow ? "the rise and the fall" : "all frames in order, that of the apex among them",
            settings.size());
    return List.of(apex.of(settings.input(), 1), frames.of(settings.input(), 1).inTime());
  }

  /** The shape of one frame: both trunks take frames. */
  @Override
  public Shape[] shapes() {
    return new Shape[] {new Shape(1, PreparedClip.CHANNELS, SIDE, SIDE)};
  }

  private static void requireSameSize(PreparedClip first, PreparedClip clip) {
    if (clip.frames() != first.frames()
        || clip.height() != first.height()
        || clip.width() != first.width()) {
      throw new IllegalArgumentException(
          "batch: clip %s is %d frames of %dx%d, clip %s is %d of %dx%d; prepare all with the same settings"
              .formatted(
                  clip.id(),
                  clip.frames(),
                  clip.width(),
                  clip.height(),
                  first.id(),
                  first.frames(),
                  first.width(),
                  first.height()));
    }
  }
}
