package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovementCurveTest {
  @Test
  void oneMovementIsItsOwnCurve() {
    // 0, 1, 2 and 1 times (3, 4): unit length gives 0, 1, 2, 1 over the root of 6.
    List<float[]> changes = new ArrayList<>();
    for (int times : new int[] {0, 1, 2, 1}) {
      changes.add(new float[] {3 * times, 4 * times});
    }
    MovementCurve curve = MovementCurve.of(changes);
    double[] expected = {0, 1, 2, 1};
    for (int i = 0; i < 4; i++) {
      assertThat(curve.strength()[i]).isCloseTo(expected[i] / Math.sqrt(6), within(1e-12));
    }
    assertThat(curve.peak()).isEqualTo(2);
  }

  @Test
  void aShortMovementElsewhereIsNotThePeak() {
    // The second pixel blinks, larger than the first ever gets; the first peaks in frame 4.
    int[] slow = {0, 2, 4, 6, 7, 6, 4, 2};
    int[] blink = {0, 0, 0, 0, 0, 0, 8, 0};
    List<float[]> changes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      changes.add(new float[] {slow[i], blink[i]});
    }
    assertThat(changes.get(6)[0] * changes.get(6)[0] + 64).isGreaterThan(49);
    assertThat(MovementCurve.of(changes).peak()).isEqualTo(4);
  }

  @Test
  void aSingleFrameAndAStillFacePeakAtTheOnset() {
    assertThat(MovementCurve.of(List.of(new float[] {0})).peak()).isZero();
    assertThat(MovementCurve.of(List.of(new float[2], new float[2], new float[2])).peak()).isZero();
  }
}
