package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.Collectors;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

/**
 * The one image of each clip that a network is given: the rise of flow, or the apex frame.
 *
 * @param method names it in errors
 * @param network says which images it takes
 * @param scale factor on the pixels
 */
record ClipImages(String method, DeepNetwork network, double scale) {
  /**
   * @return [n,3,side,side]
   * @throws IllegalArgumentException if a clip is none that the network takes
   */
  NDArray of(NDManager manager, List<PreparedClip> clips) {
    int side = network.side();
    int length = PreparedClip.CHANNELS * side * side;
    float[] images = new float[clips.size() * length];
    for (int i = 0; i < clips.size(); i++) {
      PreparedClip clip = clips.get(i);
      require(clip);
      int from = clip.input() == Input.FLOW ? 0 : clip.apex() * length;
      for (int j = 0; j < length; j++) {
        images[i * length + j] = (float) (scale * clip.pixels()[from + j]);
      }
    }
    return manager.create(images, new Shape(clips.size()).addAll(image()));
  }

  /** Of one image. */
  Shape image() {
    return new Shape(PreparedClip.CHANNELS, network.side(), network.side());
  }

  private void require(PreparedClip clip) {
    if (!network.inputs().contains(clip.input())) {
      String words =
          network.inputs().stream().sorted().map(Input::word).collect(Collectors.joining(" or "));
      throw new IllegalArgumentException(
          "method %s needs preprocess.input=%s, found %s (clip %s)"
              .formatted(method, words, clip.input().word(), clip.id()));
    }
    if (clip.height() != network.side() || clip.width() != network.side()) {
      throw new IllegalArgumentException(
          "method %s needs preprocess.size=%d, found images of %dx%d (clip %s)"
              .formatted(method, network.side(), clip.width(), clip.height(), clip.id()));
    }
  }
}
