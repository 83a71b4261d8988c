package org.macro2micro.spot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    assertThat(curve.values()[10]).isCloseTo(8, within(1e-4));
    assertThat(curve.values()[9]).isCloseTo(0, within(1e-4));
    assertThat(curve.values()[11]).isCloseTo(0, within(1e-4));
    assertThat(curve.slowValues()[10]).isCloseTo(8, within(1e-4));
  }

  @Test
  void whatComesAndStaysDoesNot() {
    // A step: at any frame one of both changes is 0. A ramp: they have opposite signs.
    double[] step = watch(20, frame -> face(frame >= 10 ? 8 : 0, 0)).values();
    double[] ramp = watch(20, frame -> face(3 * frame, 0)).values();
    for (int i = 3; i < 17; i++) {
      assertThat(step[i]).isCloseTo(0, within(1e-4));
      assertThat(ramp[i]).isCloseTo(0, within(1e-4));
    }
  }

  @Test
  void aMovementOfTwiceTheLagIsSlow() {
    // A hill of 12 frames: 0 4 8 12 16 20 24 20 16 12 8 4 0. At the top 3 frames away it is 12
    // less, 6 frames away 24.
    ContrastCurve curve = watch(24, frame -> face(Math.max(0, 24 - 4 * Math.abs(frame - 12)), 0));
    assertThat(curve.values()[12]).isCloseTo(12, within(1e-4));
    assertThat(curve.slowValues()[12]).isCloseTo(24, within(1e-4));
  }

  @Test
  void whatTheEyesDoIsTakenOff() {
    assertThat(watch(20, frame -> face(0, frame == 10 ? 50 : 0)).values()[10]).isZero();
    // 8 - .4 * 10.
    double[] both = watch(20, frame -> face(frame == 10 ? 8 : 0, frame == 10 ? 10 : 0)).values();
    assertThat(both[10]).isCloseTo(4, within(1e-4));
  }

  @Test
  void withoutAFaceFromLagToLagThereIsNoValue() {
    ContrastCurve curve = new ContrastCurve(SETTINGS);
    for (int i = 0; i < 30; i++) {
      curve.add(
          i == 12
              ? new FollowedFaces.Look(false, false, i / RATE, new float[0])
              : new FollowedFaces.Look(true, i == 0 || i == 13, i / RATE, face(0, 0)));
    }
    double[] values = curve.values();
    for (int i = 0; i < 30; i++) {
      boolean isKnown = (i >= 3 && i <= 8) || (i >= 16 && i <= 26);
      assertThat(Double.isNaN(values[i])).as("frame %d", i).isEqualTo(!isKnown);
    }
  }

  @Test
  void highRatesAreSmoothedWithoutBeingShifted() {
    // 100 frames a second: three are averaged, so 36 for one frame is 12 for three.
    ContrastCurve curve = new ContrastCurve(SETTINGS);
    for (int i = 0; i < 200; i++) {
      curve.add(new FollowedFaces.Look(true, i == 0, i / 100.0, face(i == 100 ? 36 : 0, 0)));
    }
    double[] values = curve.values();
    assertThat(values[98]).isCloseTo(0, within(1e-4));
    for (int i = 99; i <= 101; i++) {
      assertThat(values[i]).isCloseTo(12, within(1e-4));
    }
    assertThat(values[102]).isCloseTo(0, within(1e-4));
  }

  private interface Painter {
    float[] paint(int frame);
  }

  private static ContrastCurve watch(int frames, Painter painter) {
    ContrastCurve curve = new ContrastCurve(SETTINGS);
    for (int i = 0; i < frames; i++) {
      curve.add(new FollowedFaces.Look(true, i == 0, i / RATE, painter.paint(i)));
    }
    return curve;
  }

  @Test
  void aChangeOfLightIsNoMovement() {
    // A lamp: brighter by 15 everywhere for .3 seconds; then by a fifth, as exposure does it.
    double[] values =
        watch(
                60,
                frame -> {
                  float[] face = face(frame == 45 ? 8 : 0, 0);
                  for (int i = 0; i < face.length; i++) {
                    boolean isLit = frame >= 10 && frame < 13;
                    boolean isExposed = frame >= 30 && frame < 33;
                    face[i] = isLit ? face[i] + 15 : isExposed ? face[i] * 1.2f : face[i];
                  }
                  return face;
                })
            .values();
    for (int i = 3; i < 42; i++) {
      assertThat(values[i]).as("frame %d", i).isCloseTo(0, within(1e-3));
    }
    assertThat(values[45]).isCloseTo(8, within(1e-3));
  }

  @Test
  void aFilmOfVaryingRateIsComparedBySeconds() {
    // Frames every tenth, then every thirtieth of a second; a pulse of .1 s in each part.
    ContrastCurve curve = new ContrastCurve(SETTINGS);
    double[] seconds = new double[100];
    for (int i = 0; i < 100; i++) {
      seconds[i] = i < 40 ? i / 10.0 : 4 + (i - 40) / 30.0;
      boolean isPulse = i == 20 || (i >= 70 && i < 73);
      curve.add(new FollowedFaces.Look(true, i == 0, seconds[i], face(isPulse ? 8 : 0, 0)));
    }
    double[] values = curve.values();
    for (int i = 3; i < 91; i++) {
      boolean isPulse = i == 20 || (i >= 70 && i < 73);
      assertThat(values[i]).as("frame %d", i).isCloseTo(isPulse ? 8 : 0, within(1e-4));
    }
  }

  @Test
  void nothingIsComparedAcrossAGap() {
    ContrastCurve curve = new ContrastCurve(SETTINGS);
    for (int i = 0; i < 30; i++) {
      double seconds = i < 15 ? i / RATE : 1 + i / RATE;
      curve.add(new FollowedFaces.Look(true, i == 0, seconds, face(i < 15 ? 0 : 8, 0)));
    }
    double[] values = curve.values();
    for (int i = 0; i < 30; i++) {
      boolean isKnown = (i >= 3 && i <= 11) || (i >= 18 && i <= 26);
      assertThat(Double.isNaN(values[i])).as("frame %d", i).isEqualTo(!isKnown);
    }
  }

  /** Grey of some texture, brighter at the cheeks, which are a tenth of the face, and the eyes. */
  private static float[] face(double cheeks, double eyes) {
    int size = FollowedFaces.SIZE;
    float[] pixels = new float[size * size];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 100 + 12 * (i / 2 % 5);
    }
    for (int y = 44; y < 52; y++) {
      for (int x = 16; x < 48; x++) {
        pixels[y * size + x] += (float) cheeks;
      }
    }
    for (int y = 20; y < 28; y++) {
      for (int x = 12; x < 52; x++) {
        pixels[y * size + x] += (float) eyes;
      }
    }
    return pixels;
  }
}
