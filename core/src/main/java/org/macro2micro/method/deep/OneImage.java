package org.macro2micro.method.deep;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.train.ChannelsLast;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.InputArray;

/**
 * One image of each clip, the rise of flow or the apex frame: [n,3,side,side], as {@link
 * ChannelsLast} has them.
 *
 * @param side height and width that clips must have, in pixels
 * @param inputs what the images may show
 * @param scale factor on the pixels, which come in [0, 1] or, as differences, in [-1, 1]
 */
public record OneImage(int side, Set<Input> inputs, double scale) implements ClipView {
  @Override
  public NDList of(NDManager manager, List<PreparedClip> clips) {
    return new NDList(ChannelsLast.images(manager, clips, side, this::scaled));
  }

  private float[] scaled(PreparedClip clip) {
    int from = clip.input() == Input.FLOW ? 0 : clip.apex() * clip.frameLength();
    float[] image = Arrays.copyOfRange(clip.pixels(), from, from + clip.frameLength());
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) (scale * image[i]);
    }
    return image;
  }

  @Override
  public NDList arranged(NDList arrays) {
    return ChannelsLast.arranged(arrays);
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
