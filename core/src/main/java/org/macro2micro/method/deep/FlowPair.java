package org.macro2micro.method.deep;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.macro2micro.preprocess.FlowImage;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.train.ChannelsLast;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.InputArray;

/**
 * Two images of the rise of flow, each of horizontal flow, vertical flow and a third plane, every
 * plane stretched so that its least value is 0 and its greatest 1, then less a mean: twice
 * [n,3,side,side], as {@link ChannelsLast} has them.
 *
 * @param third the third plane of each image
 * @param side height and width of the images in pixels, to which the clip's are scaled
 * @param scale factor on the stretched planes
 * @param means of the three planes, taken off after that
 */
record FlowPair(List<Plane> third, int side, double scale, List<Double> means) implements ClipView {
  /** What the third plane shows. */
  enum Plane {
    /** The length of the flow. */
    MAGNITUDE,
    /** Optical strain. */
    STRAIN
  }

  private static final int U = 0;
  private static final int V = 1;
  private static final int STRAIN = 2;

  @Override
  public NDList of(NDManager manager, List<PreparedClip> clips) {
    NDList images = new NDList();
    for (Plane plane : third) {
      images.add(ChannelsLast.images(manager, clips, side, clip -> planes(clip, plane)));
    }
    return images;
  }

  private float[] planes(PreparedClip clip, Plane last) {
    int length = side * side;
    float[] values = new float[PreparedClip.CHANNELS * length];
    int at = 0;
    for (float[] own : List.of(plane(clip, U), plane(clip, V), third(clip, last))) {
      float[] image = FlowImage.scaled(own, clip.width(), side);
      FlowImage.stretch(image, 0);
      double mean = means.get(at / length);
      for (float value : image) {
        values[at++] = (float) (scale * value - mean);
      }
    }
    return values;
  }

  @Override
  public NDList arranged(NDList arrays) {
    return ChannelsLast.arranged(arrays);
  }

  @Override
  public Shape[] shapes() {
    Shape image = new Shape(1, PreparedClip.CHANNELS, side, side);
    return new Shape[] {image, image};
  }

  @Override
  public List<InputArray> arrays(PreprocessSettings settings) {
    return List.of(array("first", third.get(0)), array("second", third.get(1)));
  }

  private InputArray array(String name, Plane plane) {
    String last = plane.name().toLowerCase(Locale.ROOT);
    String holds =
        "the rise, from onset to apex: each plane scaled to %d x %d pixels, stretched to [0, 1], times %s, less %s"
            .formatted(side, side, scale, means);
    return InputArray.images(name, holds, side)
        .of(List.of("u", "v", last), -Collections.max(means), scale - Collections.min(means));
  }

  @Override
  public void require(String method, PreparedClip clip) {
    if (clip.input() != Input.FLOW) {
      throw new IllegalArgumentException(
          "method %s needs preprocess.input=flow, found %s (clip %s)"
              .formatted(method, clip.input().word(), clip.id()));
    }
  }

  private static float[] third(PreparedClip clip, Plane plane) {
    return switch (plane) {
      case STRAIN -> plane(clip, STRAIN);
      case MAGNITUDE -> magnitude(plane(clip, U), plane(clip, V));
    };
  }

  private static float[] plane(PreparedClip clip, int channel) {
    int length = clip.height() * clip.width();
    return Arrays.copyOfRange(clip.pixels(), channel * length, (channel + 1) * length);
  }

  /**
   * The length of the flow about its median: prepared flow is stretched plane by plane, so that
   * where 0 was is lost, and most of a face stands still.
   */
  static float[] magnitude(float[] u, float[] v) {
    float middleU = FlowImage.median(u);
    float middleV = FlowImage.median(v);
    float[] lengths = new float[u.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = (float) Math.hypot(u[i] - middleU, v[i] - middleV);
    }
    return lengths;
  }
}
