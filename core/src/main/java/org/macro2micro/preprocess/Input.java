package org.macro2micro.preprocess;

import java.util.List;
import java.util.Locale;

/** What the pixels of a prepared clip are. */
public enum Input {
  /** The frames themselves, in [0, 1], which are the input of the paper's trunks. */
  FRAME,
  /**
   * Each frame less the onset frame, in [-1, 1]. A departure: raw frames hardly learn from scratch.
   */
  ONSET_DIFFERENCE,
  /**
   * The same, divided by the clip's own root mean square: a weak and a strong expression then
   * differ in where the face moves, no longer in how far. A departure, meant to close the gap of
   * intensity between micro and macro clips.
   */
  NORMALISED_DIFFERENCE,
  /**
   * Two images, the rise (onset to apex) and the fall (apex to offset): u, v and strain in [0, 1].
   */
  FLOW;

  /** Whether values lie around 0, in [-1, 1], and not in [0, 1]. */
  public boolean isDifference() {
    return this == ONSET_DIFFERENCE || this == NORMALISED_DIFFERENCE;
  }

  /** What the three channels of an image are, in their order. */
  public List<String> channels() {
    return this == FLOW ? List.of("u", "v", "strain") : List.of("red", "green", "blue");
  }

  /** The input as settings name it, such as "onset-difference". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
