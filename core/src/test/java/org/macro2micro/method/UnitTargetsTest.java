package org.macro2micro.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitChoice;
import org.macro2micro.clip.UnitCode;
import org.macro2micro.clip.UnitCoding;

class UnitTargetsTest {
  @Test
  void whatIsNotSaidIsNotKnown() {
    ClipId whole = ClipId.of("casme2", "s", "whole");
    ClipId part = ClipId.of("casme2", "s", "part");
    ClipId either = ClipId.of("casme2", "s", "either");
    ClipId none = ClipId.of("casme2", "s", "none");
    UnitCoding alternatives =
        new UnitCoding(List.of(new UnitChoice(List.of(UnitCode.of(4), UnitCode.of(7)))), true);
    UnitTargets targets =
        new UnitTargets(
            List.of(4, 7, 12),
            Map.of(whole, coding(true), part, coding(false), either, alternatives));
    List<ClipId> clips = List.of(whole, part, either, none);
    assertThat(targets.shown(clips)).containsExactly(1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(targets.known(clips)).containsExactly(1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0);
  }

  /** Unit 4 without doubt. */
  private static UnitCoding coding(boolean complete) {
    return new UnitCoding(List.of(new UnitChoice(List.of(UnitCode.of(4)))), complete);
  }
}
