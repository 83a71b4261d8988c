package org.macro2micro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdamPassTest {
  private static final float NO_DECAY = 0;

  /**
   * Weight 1, gradient 2, moments 4 and 16: the mean becomes .5*4 + .5*2 = 3, the variance .75*16 +
   * .25*4 = 13, the weight 1 - .1*3/(root of 13 + .5).
   */
  @Test
  void oneNumberByHand() {
    FloatBuffer weight = buffer(1);
    FloatBuffer gradient = buffer(2);
    FloatBuffer mean = buffer(4);
    FloatBuffer variance = buffer(16);
    new AdamPass()
        .step(
            weight,
            gradient,
            mean,
            variance,
            new AdamPass.Factors(.5f, .75f, .5f, .1f, NO_DECAY, 1));
    assertThat(mean.get(0)).isEqualTo(3);
    assertThat(variance.get(0)).isEqualTo(13);
    assertThat(weight.get(0)).isCloseTo((float) (1 - .3 / (Math.sqrt(13) + .5)), within(1e-7f));
    assertThat(gradient.get(0)).isZero();
  }

  /** Gradient 8 shortened to 2, and a weight of 1 with decay .5: as a gradient of 2.5. */
  @Test
  void aGradientIsShortenedAndThenDecayed() {
    FloatBuffer mean = buffer(0);
    new AdamPass()
        .step(
            buffer(1), buffer(8), mean, buffer(0), new AdamPass.Factors(0, .5f, 1, .1f, .5f, .25f));
    assertThat(mean.get(0)).isEqualTo(2.5f);
  }

  /** Each number is moved alone: by blocks or not, the bits are the same. */
  @Test
  void lengthDoesNotMatter() {
    int length = 5000;
    Random random = new Random(1);
    float[] weights = random(random, length);
    float[] gradients = random(random, length);
    float[] means = random(random, length);
    float[] variances = random(random, length);
    for (int i = 0; i < length; i++) {
      variances[i] *= variances[i];
    }
    AdamPass.Factors factors = new AdamPass.Factors(.9f, .999f, 1e-8f, .01f, 1e-4f, .7f);
    FloatBuffer[] whole = {buffer(weights), buffer(gradients), buffer(means), buffer(variances)};
    AdamPass pass = new AdamPass();
    pass.step(whole[0], whole[1], whole[2], whole[3], factors);
    for (int i = 0; i < length; i++) {
      FloatBuffer weight = buffer(weights[i]);
      FloatBuffer mean = buffer(means[i]);
      FloatBuffer variance = buffer(variances[i]);
      pass.step(weight, buffer(gradients[i]), mean, variance, factors);
      assertThat(new float[] {whole[0].get(i), whole[2].get(i), whole[3].get(i)})
          .as("number %d", i)
          .containsExactly(weight.get(0), mean.get(0), variance.get(0));
      assertThat(whole[1].get(i)).isZero();
    }
  }

  private static float[] random(Random random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static FloatBuffer buffer(float... values) {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(values.length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    buffer.put(0, values);
    return buffer;
  }
}
