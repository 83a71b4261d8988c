package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.macro2micro.nn.NativeArrays;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ClipView;

/**
 * All frames of each clip: [n,T,3,H,W] in memory, arranged as [n,3,T,H,W]. Four windows of two
 * frames each follow one another in the network, so clips need {@value #LEAST_FRAMES} frames.
 */
final class WholeClip implements ClipView {
  private static final int LEAST_FRAMES = 16;

  // A network must be initialised with some size; its weights do not depend on it.
  private static final int SIDE = 32;

  @Override
  public NDList of(NDManager manager, List<PreparedClip> clips) {
    PreparedClip first = clips.get(0);
    return new NDList(
        NativeArrays.written(
            manager,
            new Shape(
                clips.size(), first.frames(), PreparedClip.CHANNELS, first.height(), first.width()),
            values -> clips.forEach(clip -> values.put(clip.pixels()))));
  }

  @Override
  public NDList arranged(NDList arrays) {
    NDArray clips = arrays.singletonOrThrow();
    return new NDList(clips.transpose(0, 2, 1, 3, 4));
  }

  @Override
  public Shape[] shapes() {
    return new Shape[] {new Shape(1, PreparedClip.CHANNELS, LEAST_FRAMES, SIDE, SIDE)};
  }

  @Override
  public void require(String method, PreparedClip clip) {
    if (clip.input() != Input.FRAME) {
      throw new IllegalArgumentException(
          "method %s needs preprocess.input=frame, found %s (clip %s)"
              .formatted(method, clip.input().word(), clip.id()));
    }
    if (clip.frames() < LEAST_FRAMES) {
      throw new IllegalArgumentException(
          "method %s needs preprocess.frames=%d or more, found %d (clip %s)"
              .formatted(method, LEAST_FRAMES, clip.frames(), clip.id()));
    }
  }
}
