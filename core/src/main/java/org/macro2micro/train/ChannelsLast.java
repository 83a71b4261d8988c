package org.macro2micro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Function;
import org.macro2micro.nn.NativeArrays;
import org.macro2micro.preprocess.PreparedClip;

/**
 * Images that lie [n,H,W,3] in memory and are seen as [n,3,H,W]. PyTorch goes by where the numbers
 * are: all layers then keep a pixel's channels side by side, which makes most networks faster
 * (docs/benchmarks.md).
 */
public final class ChannelsLast {
  private ChannelsLast() {}

  /**
   * An image of each clip, [n,side,side,3], not yet {@linkplain #arranged arranged}.
   *
   * @param planes the image's three planes of side x side, one after the other
   */
  public static NDArray images(
      NDManager manager,
      List<PreparedClip> clips,
      int side,
      Function<PreparedClip, float[]> planes) {
    return NativeArrays.written(
        manager,
        new Shape(clips.size(), side, side, PreparedClip.CHANNELS),
        values ->
            clips.forEach(clip -> values.put(interleaved(planes.apply(clip), 0, side * side))));
  }

  /**
   * The numbers of an image with a pixel's channels side by side.
   *
   * @param planes that hold the image's three planes, one after the other
   * @param from where the first of them begins
   * @param pixels of a plane
   */
  public static float[] interleaved(float[] planes, int from, int pixels) {
    float[] image = new float[PreparedClip.CHANNELS * pixels];
    for (int channel = 0; channel < PreparedClip.CHANNELS; channel++) {
      int plane = from + channel * pixels;
      for (int pixel = 0; pixel < pixels; pixel++) {
        image[pixel * PreparedClip.CHANNELS + channel] = planes[plane + pixel];
      }
    }
    return image;
  }

  /** Arrays [n,H,W,3] as [n,3,H,W]; nothing is copied. */
  public static NDList arranged(NDList images) {
    NDList arranged = new NDList();
    for (NDArray each : images) {
      arranged.add(each.transpose(0, 3, 1, 2));
    }
    return arranged;
  }
}
