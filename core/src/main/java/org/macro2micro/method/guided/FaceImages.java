package org.macro2micro.method.guided;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.macro2micro.preprocess.FlowImage;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.Batch;
import org.macro2micro.train.ChannelsLast;
import org.macro2micro.train.ClipView;

/**
 * An expression and a neutral image of each clip: twice [n,3,side,side], as {@link ChannelsLast}
 * has them. Of frames and of differences these are the apex and the onset, of flow the rise and an
 * image of stillness, whose planes are everywhere what they are in the middle of the rise: ready
 * flow holds no neutral face.
 *
 * @param side height and width in pixels, to which the images are scaled
 */
record FaceImages(int side) implements ClipView {
  private static final int PLANES = PreparedClip.CHANNELS;

  @Override
  public NDList of(NDManager manager, List<PreparedClip> clips) {
    return new NDList(
        ChannelsLast.images(manager, clips, side, this::expression),
        ChannelsLast.images(manager, clips, side, this::neutral));
  }

  @Override
  public NDList arranged(NDList arrays) {
    return ChannelsLast.arranged(arrays);
  }

  private float[] expression(PreparedClip clip) {
    int apex = clip.input() == Input.FLOW ? 0 : clip.apex() * clip.frameLength();
    return scaled(clip, plane -> plane(clip, apex, plane));
  }

  private float[] neutral(PreparedClip clip) {
    boolean flow = clip.input() == Input.FLOW;
    return scaled(clip, plane -> flow ? still(plane(clip, 0, plane)) : plane(clip, 0, plane));
  }

  private float[] scaled(PreparedClip clip, IntFunction<float[]> plane) {
    float[] image = new float[PLANES * side * side];
    for (int i = 0; i < PLANES; i++) {
      float[] own = FlowImage.scaled(plane.apply(i), clip.width(), side);
      System.arraycopy(own, 0, image, i * side * side, side * side);
    }
    return image;
  }

  private static float[] plane(PreparedClip clip, int frame, int plane) {
    int pixels = clip.height() * clip.width();
    int start = frame + plane * pixels;
    return Arrays.copyOfRange(clip.pixels(), start, start + pixels);
  }

  private static float[] still(float[] plane) {
    float[] still = new float[plane.length];
    Arrays.fill(still, FlowImage.median(plane));
    return still;
  }

  /**
   * The clips of a step, with a frame near the apex in its place: one of those at most {@code
   * reach} frames away, but never the onset. Flow stays as it is.
   */
  static List<PreparedClip> nearApex(List<PreparedClip> clips, int reach, Batch batch) {
    List<PreparedClip> near = new ArrayList<>();
    for (PreparedClip clip : clips) {
      int first = Math.max(1, clip.apex() - reach);
      int last = Math.min(clip.frames() - 1, clip.apex() + reach);
      if (clip.input() == Input.FLOW || last <= first) {
        near.add(clip);
        continue;
      }
      var random = batch.seed().child(clip.id().toString()).child("frame").random();
      near.add(
          new PreparedClip(
              clip.id(),
              clip.input(),
              clip.frames(),
              clip.height(),
              clip.width(),
              first + random.nextInt(last - first + 1),
              clip.pixels()));
    }
    return near;
  }

  @Override
  public Shape[] shapes() {
    Shape image = new Shape(1, PLANES, side, side);
    return new Shape[] {image, image};
  }
}
