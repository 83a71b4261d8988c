package org.macro2micro.method.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.UnitChoice;
import org.macro2micro.clip.UnitCode;
import org.macro2micro.clip.UnitCoding;

class UnitGraphTest {
  @Test
  void twoUnitsOfOneClipAreJoinedByHalves() {
    UnitGraph graph = UnitGraph.of(List.of(coding(true, 12, 6)));
    assertThat(graph.units()).containsExactly(6, 12);
    assertThat(graph.edges()).containsExactly(0, 1, 1, 0);
    assertThat(graph.normalised()).containsExactly(new float[] {.5f, .5f, .5f, .5f}, within(1e-7f));
  }

  @Test
  void unitsThatNeverOccurTogetherAreApart() {
    // 4 with 7 and with 9, never 7 with 9: degrees 3, 2, 2 with themselves; 1 is alone.
    UnitGraph graph =
        UnitGraph.of(
            List.of(coding(true, 4, 7), coding(true, 9, 4), coding(true, 1), UnitCoding.none()));
    assertThat(graph.units()).containsExactly(1, 4, 7, 9);
    float root = (float) (1 / Math.sqrt(6));
    assertThat(graph.normalised())
        .containsExactly(
            new float[] {1, 0, 0, 0, 0, 1 / 3f, root, root, 0, root, .5f, 0, 0, root, 0, .5f},
            within(1e-6f));
  }

  @Test
  void doubtfulUnitsAreNotInTheGraph() {
    UnitCoding doubtful =
        new UnitCoding(
            List.of(
                new UnitChoice(List.of(UnitCode.of(4))),
                new UnitChoice(List.of(UnitCode.of(12), UnitCode.of(14)))),
            true);
    assertThat(UnitGraph.of(List.of(doubtful)).units()).containsExactly(4);
  }

  static UnitCoding coding(boolean complete, int... units) {
    return new UnitCoding(
        Arrays.stream(units).mapToObj(u -> new UnitChoice(List.of(UnitCode.of(u)))).toList(),
        complete);
  }
}
