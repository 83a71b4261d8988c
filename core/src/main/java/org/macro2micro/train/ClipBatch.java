package org.macro2micro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.macro2micro.preprocess.PreparedClip;

/**
 * Clips as tensors.
 *
 * @param apex [n,3,H,W]
 * @param frames [n,T,3,H,W]
 */
public record ClipBatch(NDArray apex, NDArray frames) {
  /**
   * Puts clips of one T, H and W together.
   *
   * @throws IllegalArgumentException if their sizes differ or there are none
   */
  public static ClipBatch of(NDManager manager, List<PreparedClip> clips) {
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
      System.arraycopy(clip.pixels(), clip.apex() * frame, apex, i * frame, frame);
      System.arraycopy(clip.pixels(), 0, all, i * length, length);
    }
    Shape image = new Shape(PreparedClip.CHANNELS, first.height(), first.width());
    return new ClipBatch(
        manager.create(apex, new Shape(clips.size()).addAll(image)),
        manager.create(all, new Shape(clips.size(), first.frames()).addAll(image)));
  }
}
