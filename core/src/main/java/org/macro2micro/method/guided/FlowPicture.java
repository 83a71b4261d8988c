package org.macro2micro.method.guided;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.macro2micro.preprocess.FlowColours;
import org.macro2micro.preprocess.FlowImage;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.OpticalFlow;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ChannelsLast;
import org.macro2micro.train.ClipView;

/**
 * The movement from onset to apex of each clip as a coloured picture ({@link FlowColours}) in [-1,
 * 1]: [n,3,side,side], as {@link ChannelsLast} has them. Of frames the flow is computed here. Ready
 * flow is stretched plane by plane, so that where 0 was is lost: directions and lengths are then
 * those about the median, as most of a face stands still; and it holds no apex frame, so that all
 * colours are full.
 *
 * @param side height and width in pixels, to which the picture is scaled
 * @param flow how the flow of frames is computed
 * @param saturation of the colours, where clips come as frames
 */
record FlowPicture(int side, Flow flow, Saturation saturation) implements ClipView {
  /** How flow is computed. */
  enum Flow {
    /** Farneback's, as EMR has it. */
    FARNEBACK,
    /** TV-L1, many times as slow. */
    TVL1
  }

  /** Where the saturation of the colours comes from. */
  enum Saturation {
    /** The apex frame's own, as EMR has it. */
    APEX,
    /** Colours are full. */
    FULL
  }

  private static final int PLANES = PreparedClip.CHANNELS;

  @Override
  public NDList of(NDManager manager, List<PreparedClip> clips) {
    return new NDList(ChannelsLast.images(manager, clips, side, this::scaled));
  }

  private float[] scaled(PreparedClip clip) {
    float[] values = new float[PLANES * side * side];
    float[] picture = picture(clip);
    int pixels = clip.height() * clip.width();
    int at = 0;
    for (int plane = 0; plane < PLANES; plane++) {
      float[] own = Arrays.copyOfRange(picture, plane * pixels, (plane + 1) * pixels);
      for (float value : FlowImage.scaled(own, clip.width(), side)) {
        values[at++] = 2 * value - 1;
      }
    }
    return values;
  }

  @Override
  public NDList arranged(NDList arrays) {
    return ChannelsLast.arranged(arrays);
  }

  /** The picture at the clip's own size, in [0, 1]. */
  float[] picture(PreparedClip clip) {
    int pixels = clip.height() * clip.width();
    float[] full = new float[pixels];
    Arrays.fill(full, 1);
    if (clip.input() == Input.FLOW) {
      return FlowColours.of(aboutMedian(clip, 0), aboutMedian(clip, 1), full);
    }
    float[] before = clip.grey(0);
    float[] after = clip.grey(clip.apex());
    OpticalFlow motion =
        switch (flow) {
          case FARNEBACK -> OpticalFlow.farneback(before, after, clip.width(), clip.height());
          case TVL1 -> OpticalFlow.between(before, after, clip.width(), clip.height());
        };
    float[] colour =
        switch (saturation) {
          case APEX ->
              FlowColours.saturation(clip.pixels(), clip.apex() * clip.frameLength(), pixels);
          case FULL -> full;
        };
    return FlowColours.of(motion.u(), motion.v(), colour);
  }

  private static float[] aboutMedian(PreparedClip clip, int plane) {
    int pixels = clip.height() * clip.width();
    float[] own = Arrays.copyOfRange(clip.pixels(), plane * pixels, (plane + 1) * pixels);
    float median = FlowImage.median(own);
    for (int i = 0; i < pixels; i++) {
      own[i] -= median;
    }
    return own;
  }

  @Override
  public Shape[] shapes() {
    return new Shape[] {new Shape(1, PLANES, side, side)};
  }

  @Override
  public void require(String method, PreparedClip clip) {
    if (clip.input().isDifference()) {
      throw new IllegalArgumentException(
          "method %s needs preprocess.input=frame or flow, found %s (clip %s)"
              .formatted(method, clip.input().word(), clip.id()));
    }
    if (clip.input() == Input.FRAME && clip.frames() < 2) {
      throw new IllegalArgumentException(
          "method %s needs preprocess.frames of at least 2, an onset and an apex; found %d (clip %s)"
              .formatted(method, clip.frames(), clip.id()));
    }
  }
}
