package org.macro2micro.train;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.macro2micro.preprocess.PreparedClip;

/**
 * The apex frames [n,3,H,W] and all frames [n,T,3,H,W] of clips, as a two-stream network takes
 * them. Its trunks take frames of any size.
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
    int frame = first.frameLength();
    int length = first.frames() * frame;
    float[] apex = new float[clips.size() * frame];
    float[] all = new float[clips.size() * length];
    for (int i = 0; i < clips.size(); i++) {
      PreparedClip clip = clips.get(i);
      requireSameSize(first, clip);
      System.arraycopy(clip.pixels(), clip.apex() * frame, apex, i * frame, frame);
      System.arraycopy(clip.pixels(), 0, all, i * length, length);
    }
    Shape image = new Shape(PreparedClip.CHANNELS, first.height(), first.width());
    return new NDList(
        manager.create(apex, new Shape(clips.size()).addAll(image)),
        manager.create(all, new Shape(clips.size(), first.frames()).addAll(image)));
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
