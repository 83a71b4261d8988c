package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.macro2micro.nn.NativeArrays;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.InputArray;

/**
 * One image of each clip, the rise of flow or the apex frame: [n,side,side,3] in memory, arranged
 * as [n,3,side,side]. PyTorch goes by where the numbers are: all layers then keep a pixel's
 * channels side by side, and the step of a small network takes half the time.
 *
 * @param side height and width that clips must have, in pixels
 * @param inputs what the images may show
 * @param scale factor on the pixels, which come in [0, 1] or, as differences, in [-1, 1]
 */
public record OneImage(int side, Set<Input> inputs, double scale) implements ClipView {
  @Override
  public NDList of(NDManager manager, List<PreparedClip> clips) {
    return new NDList(
        NativeArrays.written(
            manager,
            new Shape(clips.size(), side, side, PreparedClip.CHANNELS),
            values -> clips.forEach(clip -> values.put(interleaved(clip)))));
  }

  private float[] interleaved(PreparedClip clip) {
    int plane = side * side;
    float[] image = new float[PreparedClip.CHANNELS * plane];
    int from = clip.input() == Input.FLOW ? 0 : clip.apex() * clip.frameLength();
    int to = 0;
    for (int pixel = 0; pixel < plane; pixel++) {
      for (int channel = 0; channel < PreparedClip.CHANNELS; channel++) {
        image[to++] = (float) (scale * clip.pixels()[from + channel * plane + pixel]);
      }
    }
    return image;
  }

  @Override
  public NDList arranged(NDList arrays) {
    NDList arranged = new NDList();
    for (NDArray images : arrays) {
      arranged.add(images.transpose(0, 3, 1, 2));
    }
    return arranged;
  }

  @Override
  public Shape[] shapes() {
    return new Shape[] {new Shape(1, PreparedClip.CHANNELS, side, side)};
  }

  @Override
  public List<InputArray> arrays(PreprocessSettings settings) {
    boolean flow = settings.input() == Input.FLOW;
    String holds = flow ? "the rise, from onset to apex" : "the apex frame";
    return List.of(InputArray.images("image", holds, side).of(settings.input(), scale));
  }

  @Override
  public void require(String method, PreparedClip clip) {
    if (!inputs.contains(clip.input())) {
      String words = inputs.stream().sorted().map(Input::word).collect(Collectors.joining(" or "));
      throw new IllegalArgumentException(
          "method %s needs preprocess.input=%s, found %s (clip %s)"
              .formatted(method, words, clip.input().word(), clip.id()));
    }
    if (clip.height() != side || clip.width() != side) {
      throw new IllegalArgumentException(
          "method %s needs preprocess.size=%d, found images of %dx%d (clip %s)"
              .formatted(method, side, clip.width(), clip.height(), clip.id()));
    }
  }
}
