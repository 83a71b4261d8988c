package org.macro2micro.spot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.macro2micro.preprocess.FollowedFaces;

/** At 10 frames a second and a lag of .3 seconds frames are compared 3 before and after. */
class ContrastCurveTest {
  private static final double RATE = 10;
  private static final SpotSettings SETTINGS =
      new SpotSettings(.3, 20, .6, .1, 1.5, .4, .08, .7, null);

  @Test
  void whatComesAndGoesCountsBySize() {
    // Grey levels of the cheeks: up by 8 for frame 10 only.
    ContrastCurve curve = watch(20, frame -> face(frame == 10 ? 8 : 0, 0));
    assertThat(curve.values()[10]).isCloseTo(8, within(1e-9));
    assertThat(curve.values()[9]).isZero();
    assertThat(curve.values()[11]).isZero();
    assertThat(curve.slowValues()[10]).isCloseTo(8, within(1e-9));
  }

  @Test
  void whatComesAndStaysDoesNot() {
    // A step: at any frame one of both changes is 0. A ramp: they have opposite signs.
    double[] step = watch(20, frame -> face(frame >= 10 ? 8 : 0, 0)).values();
    double[] ramp = watch(20, frame -> face(frame, 0)).values();
    for (int i = 3; i < 17; i++) {
      assertThat(step[i]).isZero();
      assertThat(ramp[i]).isZero();
    }
  }

  @Test
  void aMovementOfTwiceTheLagIsSlow() {
    // A hill of 12 frames: 0 2 4 6 8 10 12 10 8 6 4 2 0. At the top 3 frames away it is 6 less,
    // 6 frames away 12.
    ContrastCurve curve = watch(24, frame -> face(Math.max(0, 12 - 2 * Math.abs(frame - 12)), 0));
    assertThat(curve.values()[12]).isCloseTo(6, within(1e-9));
    assertThat(curve.slowValues()[12]).isCloseTo(12, within(1e-9));
  }

  @Test
  void whatTheEyesDoIsTakenOff() {
    assertThat(watch(20, frame -> face(0, frame == 10 ? 50 : 0)).values()[10]).isZero();
    // 8 - .4 * 10.
    double[] both = watch(20, frame -> face(frame == 10 ? 8 : 0, frame == 10 ? 10 : 0)).values();
    assertThat(both[10]).isCloseTo(4, within(1e-9));
  }

  @Test
  void withoutAFaceFromLagToLagThereIsNoValue() {
    ContrastCurve curve = new ContrastCurve(SETTINGS, RATE);
    for (int i = 0; i < 30; i++) {
      curve.add(
          i == 12
              ? new FollowedFaces.Look(false, false, new float[0])
              : new FollowedFaces.Look(true, i == 0 || i == 13, face(0, 0)));
    }
    double[] values = curve.values();
    for (int i = 0; i < 30; i++) {
      boolean isKnown = (i >= 3 && i <= 8) || (i >= 16 && i <= 26);
      assertThat(Double.isNaN(values[i])).as("frame %d", i).isEqualTo(!isKnown);
    }
  }

  @Test
  void highRatesAreSmoothedWithoutBeingShifted() {
    // 100 frames a second: three are averaged, so 9 for one frame is 3 for three.
    ContrastCurve curve = new ContrastCurve(SETTINGS, 100);
    for (int i = 0; i < 200; i++) {
      curve.add(new FollowedFaces.Look(true, i == 0, face(i == 100 ? 9 : 0, 0)));
    }
    double[] values = curve.values();
    assertThat(values[98]).isZero();
    for (int i = 99; i <= 101; i++) {
      assertThat(values[i]).isCloseTo(3, within(1e-5));
    }
    assertThat(values[102]).isZero();
  }

  private interface Painter {
    float[] paint(int frame);
  }

  private static ContrastCurve watch(int frames, Painter painter) {
    ContrastCurve curve = new ContrastCurve(SETTINGS, RATE);
    for (int i = 0; i < frames; i++) {
      curve.add(new FollowedFaces.Look(true, i == 0, painter.paint(i)));
    }
    return curve;
  }

  /** Grey 100, brighter in the lower half and at the eyes. */
  private static float[] face(double lower, double eyes) {
    int size = FollowedFaces.SIZE;
    float[] pixels = new float[size * size];
    Arrays.fill(pixels, 100);
    Arrays.fill(pixels, size * size / 2, size * size, (float) (100 + lower));
    for (int y = 20; y < 28; y++) {
      Arrays.fill(pixels, y * size + 12, y * size + 52, (float) (100 + eyes));
    }
    return pixels;
  }
}
