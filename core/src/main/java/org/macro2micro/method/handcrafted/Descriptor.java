package org.macro2micro.method.handcrafted;

import org.macro2micro.preprocess.PreparedClip;

/** A clip as one vector. Pure: the same clip gives the same bits, in any thread. */
public interface Descriptor {
  /**
   * The vector of a clip; all clips of one T, H and W have vectors of one length.
   *
   * @throws IllegalArgumentException if the clip is too small or too short for the settings, or
   *     shows something else than the descriptor takes; the message says what to set
   */
  float[] of(PreparedClip clip);
}
