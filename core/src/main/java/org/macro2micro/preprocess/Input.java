package org.macro2micro.preprocess;

import java.util.Locale;

/** What the pixels of a prepared clip show. */
public enum Input {
  /** The frames themselves, in [0, 1]: what the paper feeds its trunks. */
  FRAME,
  /**
   * Each frame less the onset frame, in [-1, 1]. A departure: raw frames hardly learn from scratch.
   */
  ONSET_DIFFERENCE,
  /**
   * Two images, the rise (onset to apex) and the fall (apex to offset): u, v and strain in [0, 1].
   */
  FLOW;

  /** The input as settings name it, such as "onset-difference". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
