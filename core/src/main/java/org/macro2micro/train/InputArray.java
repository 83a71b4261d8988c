package org.macro2micro.train;

import java.util.ArrayList;
import java.util.List;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

/**
 * An array that a network takes, in words: for those who fill it without this software.
 *
 * @param name of the array, one of a network's
 * @param holds what its images show
 * @param sides its shape: a number each, or a name where any number will do; the same name is the
 *     same number in all arrays of a network
 * @param channels what the axis of three holds, in order
 * @param least no value is less
 * @param greatest no value is greater
 */
public record InputArray(
    String name,
    String holds,
    List<String> sides,
    List<String> channels,
    double least,
    double greatest) {
  /** The first axis: clips, of which there may be any number. */
  public static final String CLIPS = "clips";

  /** The axis of a clip's frames, where there may be any number. */
  public static final String FRAMES = "frames";

  public InputArray {
    sides = List.copyOf(sides);
    channels = List.copyOf(channels);
  }

  /**
   * One image of each clip, [clips,3,side,side], with colours in [0, 1] unless more is said.
   *
   * @param side height and width in pixels
   */
  public static InputArray images(String name, String holds, int side) {
    String pixels = String.valueOf(side);
    return new InputArray(
        name,
        holds,
        List.of(CLIPS, String.valueOf(PreparedClip.CHANNELS), pixels, pixels),
        Input.FRAME.channels(),
        0,
        1);
  }

  /**
   * The same array with pixels as they are prepared.
   *
   * @param scale factor on them
   */
  public InputArray of(Input input, double scale) {
    return of(input.channels(), input.isDifference() ? -scale : 0, scale);
  }

  /** The same array with other channels and values. */
  public InputArray of(List<String> otherChannels, double from, double to) {
    return new InputArray(name, holds, sides, otherChannels, from, to);
  }

  /** The same array with several images a clip: [clips,frames,3,side,side]. */
  public InputArray inTime() {
    List<String> all = new ArrayList<>(sides);
    all.add(1, FRAMES);
    return new InputArray(name, holds, all, channels, least, greatest);
  }
}
