package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.macro2micro.method.descriptor.Volumes.lbpSip;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.macro2micro.preprocess.PreparedClip;

class LbpSipTest {
  @Test
  void sixNeighboursOfOneVoxel() {
    float[] vector = lbpSip(1, 1, 1, 1, 1, 1).of(LbpTopTest.SMALL);
    // In the frame right and above, 0011; in time only earlier, 10.
    float[] expected = new float[20];
    expected[3] = 1;
    expected[16 + 2] = 1;
    assertThat(vector).containsExactly(expected);
  }

  @Test
  void aRadiusReachesAlongItsOwnAxis() {
    PreparedClip ramp = Volumes.clip(7, 5, 9, (t, y, x) -> t == 3 && y == 2 && x == 4 ? 50 : x + t);
    float[] vector = lbpSip(1, 1, 1, 4, 2, 3).of(ramp);
    // The only voxel that counts is brighter than all that lie on the three lines.
    assertThat(vector[0]).isEqualTo(1);
    assertThat(vector[16]).isEqualTo(1);
  }

  @Property(tries = 40)
  void everyHistogramHasSumOne(@ForAll long seed) {
    float[] vector = lbpSip(2, 3, 2, 1, 1, 2).of(Volumes.noise(seed, 8, 9, 10));
    assertThat(vector).hasSize(12 * 20);
    for (int block = 0; block < 12; block++) {
      double inFrame = 0;
      double inTime = 0;
      for (int i = 0; i < 16; i++) {
        inFrame += vector[block * 20 + i];
      }
      for (int i = 16; i < 20; i++) {
        inTime += vector[block * 20 + i];
      }
      assertThat(inFrame).isCloseTo(1, within(1e-6));
      assertThat(inTime).isCloseTo(1, within(1e-6));
    }
  }

  @Property(tries = 40)
  void anyRisingLineOfGreysChangesNothing(
      @ForAll long seed,
      @ForAll @FloatRange(min = .01f, max = 3) float scale,
      @ForAll @FloatRange(min = 0, max = 1) float shift) {
    PreparedClip clip = Volumes.noise(seed, 5, 8, 9);
    LbpSip descriptor = lbpSip(2, 2, 1, 1, 1, 1);
    assertThat(descriptor.of(Volumes.changed(clip, scale, shift)))
        .containsExactly(descriptor.of(clip));
  }
}
