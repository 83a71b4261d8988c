package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LightChangeTest {
  private static final int SIZE = 32;
  private final LightChange light = new LightChange(SIZE, place -> true);

  private enum Lamp {
    BRIGHTER {
      @Override
      double lit(double level, int x, int y) {
        return level + 20;
      }
    },
    CONTRAST {
      @Override
      double lit(double level, int x, int y) {
        return 1.3 * level - 10;
      }
    },
    FROM_ONE_SIDE {
      @Override
      double lit(double level, int x, int y) {
        return level * (1 + .2 * x / SIZE) + 6.0 * y / SIZE;
      }
    },
    TONE_CURVE {
      @Override
      double lit(double level, int x, int y) {
        return 255 * Math.pow(level / 255, 1.2);
      }
    };

    abstract double lit(double level, int x, int y);
  }

  @ParameterizedTest
  @EnumSource(Lamp.class)
  void lightIsTakenOutAndAMovementStays(Lamp lamp) {
    float[] still = face(0);
    float[] moved = face(25);
    float[] brought = light.removed(lit(lamp, moved), still);
    for (int i = 0; i < still.length; i++) {
      // A curve of second degree is near to a tone curve, and a pixel lit by 1.3 moves by as much.
      assertThat(brought[i]).as("pixel %d", i).isCloseTo(moved[i], within(1.5f));
    }
    assertThat(moved[5 * SIZE + 5] - still[5 * SIZE + 5]).isEqualTo(25);
  }

  @Test
  void whereThereIsNothingToMeasureAGainByOnlyAnOffsetIsTakenOut() {
    float[] even = new float[SIZE * SIZE];
    float[] face = face(0);
    assertThat(light.removed(even, face)).containsOnly(median(face));
  }

  @Test
  void noLampIsTheInverseOfAFace() {
    float[] face = face(0);
    float[] negative = new float[face.length];
    for (int i = 0; i < face.length; i++) {
      negative[i] = 255 - face[i];
    }
    float[] brought = light.removed(negative, face);
    assertThat(brought[0] - brought[1]).isCloseTo(negative[0] - negative[1], within(1e-3f));
  }

  private static float[] face(int movement) {
    float[] levels = new float[SIZE * SIZE];
    for (int i = 0; i < levels.length; i++) {
      int x = i % SIZE;
      int y = Math.floorDiv(i, SIZE);
      boolean moves = x >= 4 && x < 9 && y >= 4 && y < 9;
      levels[i] = (float) (110 + 40 * Math.sin(.7 * x + .2 * y) + 30 * Math.cos(.5 * y - .1 * x));
      levels[i] += moves ? movement : 0;
    }
    return levels;
  }

  private static float[] lit(Lamp lamp, float[] face) {
    float[] lit = new float[face.length];
    for (int i = 0; i < face.length; i++) {
      lit[i] = (float) lamp.lit(face[i], i % SIZE, Math.floorDiv(i, SIZE));
    }
    return lit;
  }

  private static float median(float[] values) {
    float[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
