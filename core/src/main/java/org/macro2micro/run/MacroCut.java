package org.macro2micro.run;

import java.util.OptionalInt;
import org.macro2micro.clip.Clip;

/** Macro clips cut short of their apex: weaker expressions, closer to micro. */
final class MacroCut {
  private MacroCut() {}

  /**
   * The clip up to a share of the way from onset to apex, at least one frame after the onset where
   * there is one; that frame is its apex and offset. A clip without an annotated apex is cut by its
   * offset.
   *
   * @param until above 0 to 1; 1 leaves the clip as it is
   */
  static Clip of(Clip clip, double until) {
    if (until == 1) {
      return clip;
    }
    int apex = clip.apex().orElse(clip.offset());
    int end = clip.onset() + Math.max(1, (int) Math.round(until * (apex - clip.onset())));
    int last = Math.min(end, clip.offset());
    return new Clip(clip.id(), clip.frames(), clip.onset(), OptionalInt.of(last), last);
  }
}
