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
   * @return [n,side,side,3], see {@link #channelsFirst}
   * @throws IllegalArgumentException if a clip is none that the network takes
   */
  NDArray of(NDManager manager, List<PreparedClip> clips) {
    int side = network.side();
    int plane = side * side;
    float[] images = new float[clips.size() * PreparedClip.CHANNELS * plane];
    int to = 0;
    for (PreparedClip clip : clips) {
      require(clip);
      int from = clip.input() == Input.FLOW ? 0 : clip.apex() * clip.frameLength();
      for (int pixel = 0; pixel < plane; pixel++) {
        for (int channel = 0; channel < PreparedClip.CHANNELS; channel++) {
          images[to++] = (float) (scale * clip.pixels()[from + channel * plane + pixel]);
        }
      }
    }
    return manager.create(images, new Shape(clips.size(), side, side, PreparedClip.CHANNELS));
  }

  /**
   * The same images, each number where it was, as networks take them: [n,3,side,side]. PyTorch goes
   * by where the numbers are: all layers then keep a pixel's channels side by side, and the step of
   * a small network takes half the time.
   */
  static NDArray channelsFirst(NDArray images) {
    return images.transpose(0, 3, 1, 2);
  }

  /** The shape of one image. */
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
