package org.macro2micro.method.deep;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ClipView;

/**
 * Two images of the rise of flow, each of horizontal flow, vertical flow and a third plane, every
 * plane stretched so that its least value is 0 and its greatest 1, then less a mean: twice
 * [n,3,side,side].
 *
 * @param third the third plane of each image
 * @param side height and width of the images in pixels, to which the clip's are scaled
 * @param means of the three planes, taken off
 */
record FlowPair(List<Plane> third, int side, List<Double> means) implements ClipView {
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
      int length = side * side;
      float[] values = new float[clips.size() * PreparedClip.CHANNELS * length];
      int at = 0;
      for (PreparedClip clip : clips) {
        for (float[] own : List.of(plane(clip, U), plane(clip, V), third(clip, plane))) {
          float[] stretched = stretched(scaled(own, clip.width(), side));
          double mean = means.get(at / length % PreparedClip.CHANNELS);
          for (float value : stretched) {
            values[at++] = (float) (value - mean);
          }
        }
      }
      Shape shape = new Shape(clips.size(), PreparedClip.CHANNELS, side, side);
      images.add(manager.create(values, shape));
    }
    return images;
  }

  @Override
  public Shape[] shapes() {
    Shape image = new Shape(1, PreparedClip.CHANNELS, side, side);
    return new Shape[] {image, image};
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
    double middleU = median(u);
    double middleV = median(v);
    float[] lengths = new float[u.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = (float) Math.hypot(u[i] - middleU, v[i] - middleV);
    }
    return lengths;
  }

  private static double median(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
  }

  /** A plane without contrast becomes 0. */
  private static float[] stretched(float[] plane) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : plane) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    float[] stretched = new float[plane.length];
    for (int i = 0; i < plane.length && most > least; i++) {
      stretched[i] = (plane[i] - least) / (most - least);
    }
    return stretched;
  }

  /**
   * A square plane of another size: between the four nearest pixels, whose centres are at halves.
   */
  static float[] scaled(float[] plane, int from, int to) {
    if (from == to) {
      return plane;
    }
    float[] scaled = new float[to * to];
    for (int y = 0; y < to; y++) {
      double atY = place(y, from, to);
      int top = (int) atY;
      int bottom = Math.min(top + 1, from - 1);
      for (int x = 0; x < to; x++) {
        double atX = place(x, from, to);
        int left = (int) atX;
        int right = Math.min(left + 1, from - 1);
        double upper = between(plane[top * from + left], plane[top * from + right], atX - left);
        double lower =
            between(plane[bottom * from + left], plane[bottom * from + right], atX - left);
        scaled[y * to + x] = (float) between(upper, lower, atY - top);
      }
    }
    return scaled;
  }

  private static double place(int pixel, int from, int to) {
    return Math.min(Math.max((pixel + .5) * from / to - .5, 0), from - 1);
  }

  private static double between(double one, double other, double share) {
    return one + share * (other - one);
  }
}
