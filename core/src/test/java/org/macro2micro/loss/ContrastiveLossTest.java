package org.macro2micro.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.loss.ContrastiveLoss.Reduction;

class ContrastiveLossTest {
  private static final double[][] MICRO = {{1, 0}, {0, 1}, {.6, .8}};
  private static final long[] MICRO_LABELS = {0, 1, 1};
  private static final double[][] MACRO = {{.8, .6}, {0, 1}, {1, 0}};
  private static final long[] MACRO_LABELS = {0, 1, 1};

  @Test
  void goldenNumbersOfThePrintedFormula() {
    assertThat(loss(.5, Reduction.PAPER, MICRO, MICRO_LABELS, MACRO, MACRO_LABELS))
        .isCloseTo(13.561983, within(1e-5));
    assertThat(loss(.07, Reduction.PAPER, MICRO, MICRO_LABELS, MACRO, MACRO_LABELS))
        .isCloseTo(35.888215, within(1e-5));
  }

  @Test
  void goldenNumbersOfEachAnchor() {
    // L_con is a sum over anchors: with the other anchors' positives removed one anchor is left.
    assertThat(-naive(.5, MICRO, MICRO_LABELS, MACRO, MACRO_LABELS, 0))
        .isCloseTo(1.620924, within(1e-5));
    assertThat(-naive(.5, MICRO, MICRO_LABELS, MACRO, MACRO_LABELS, 1))
        .isCloseTo(6.062773, within(1e-5));
    assertThat(-naive(.5, MICRO, MICRO_LABELS, MACRO, MACRO_LABELS, 2))
        .isCloseTo(5.878286, within(1e-5));
  }

  @Test
  void isNotTheLossOfKhosla() {
    // The usual convention (self left out of the denominator, mean over positives and anchors).
    assertThat(loss(.5, Reduction.PAPER, MICRO, MICRO_LABELS, MACRO, MACRO_LABELS))
        .isNotCloseTo(1.542508, within(.1));
    assertThat(loss(.07, Reduction.PAPER, MICRO, MICRO_LABELS, MACRO, MACRO_LABELS))
        .isNotCloseTo(4.040752, within(.1));
  }

  @Test
  void agreesWithTheSlowLoopOnRandomBatches() {
    Random random = new Random(5);
    for (int trial = 0; trial < 20; trial++) {
      int n = 1 + random.nextInt(6);
      int m = 1 + random.nextInt(6);
      double[][] micro = random(random, n);
      double[][] macro = random(random, m);
      long[] microLabels = random.longs(n, 0, 3).toArray();
      long[] macroLabels = random.longs(m, -1, 3).toArray();
      double expected = 0;
      for (int j = 0; j < n; j++) {
        expected -= naive(.3, micro, microLabels, macro, macroLabels, j);
      }
      assertThat(loss(.3, Reduction.PAPER, micro, microLabels, macro, macroLabels))
          .isCloseTo(expected, within(1e-6 * (1 + expected)));
    }
  }

  @Test
  void theMeanDividesByTheNumberOfPositivePairs() {
    // Pairs: anchor 0 has 1 macro; anchors 1 and 2 have each other and 2 macro clips: 7 in all.
    assertThat(
            loss(.5, Reduction.MEAN_OVER_POSITIVE_PAIRS, MICRO, MICRO_LABELS, MACRO, MACRO_LABELS))
        .isCloseTo(13.561983 / 7, within(1e-5));
  }

  @ParameterizedTest
  @EnumSource(Reduction.class)
  void noPositivesGiveZero(Reduction reduction) {
    double[][] one = {{1, 2}};
    assertThat(loss(.5, reduction, one, new long[] {0}, one, new long[] {1})).isZero();
    // -1 marks a label without counterpart: nobody's positive, not even among themselves.
    assertThat(loss(.5, reduction, one, new long[] {0}, one, new long[] {-1})).isZero();
  }

  @ParameterizedTest
  @EnumSource(Reduction.class)
  void aZeroVectorHasCosineZeroAndAFiniteGradient(Reduction reduction) {
    double[][] micro = {{0, 0}, {1, 0}};
    double value = loss(.5, reduction, micro, new long[] {0, 0}, micro, new long[] {0, 0});
    assertThat(value).isFinite();
    double[] gradient =
        Gradients.automatic(
            new double[] {0, 0, 1, 0},
            new Shape(2, 2),
            x -> {
              NDManager manager = x.getManager();
              return new ContrastiveLoss(.5, reduction)
                  .of(
                      x,
                      manager.create(new long[] {0, 0}),
                      manager.create(new double[][] {{1, 1}}),
                      manager.create(new long[] {0}));
            });
    for (double g : gradient) {
      assertThat(g).isBetween(-100.0, 100.0);
    }
  }

  @ParameterizedTest
  @EnumSource(Reduction.class)
  void gradientMatchesDifferences(Reduction reduction) {
    Gradients.check(
        new double[] {1, .2, -.3, .8, .6, .7, -.5, .1},
        new Shape(4, 2),
        x -> {
          NDManager manager = x.getManager();
          return new ContrastiveLoss(.4, reduction)
              .of(
                  x,
                  manager.create(new long[] {0, 1, 1, 2}),
                  manager.create(MACRO),
                  manager.create(new long[] {0, 1, -1}));
        });
  }

  @Test
  void tauMustBePositive() {
    assertThatThrownBy(() -> new ContrastiveLoss(0, Reduction.PAPER)).hasMessageContaining("tau 0");
  }

  private static double loss(
      double tau,
      Reduction reduction,
      double[][] mi,
      long[] miLabels,
      double[][] ma,
      long[] maLabels) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return new ContrastiveLoss(tau, reduction)
          .of(
              manager.create(mi),
              manager.create(miLabels),
              manager.create(ma),
              manager.create(maLabels))
          .getDouble();
    }
  }

  /** Eq. 6 for anchor j, term by term. */
  private static double naive(
      double tau, double[][] mi, long[] miLabels, double[][] ma, long[] maLabels, int j) {
    double d = 0;
    for (double[] u : mi) {
      d += Math.exp(cosine(mi[j], u) / tau);
    }
    for (double[] u : ma) {
      d += Math.exp(cosine(mi[j], u) / tau);
    }
    double sum = 0;
    for (int k = 0; k < mi.length; k++) {
      if (k != j && miLabels[k] == miLabels[j]) {
        sum += Math.log(Math.exp(cosine(mi[j], mi[k]) / tau) / d);
      }
    }
    for (int k = 0; k < ma.length; k++) {
      if (maLabels[k] == miLabels[j]) {
        sum += Math.log(Math.exp(cosine(mi[j], ma[k]) / tau) / d);
      }
    }
    return sum;
  }

  private static double cosine(double[] a, double[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
  }

  private static double[][] random(Random random, int rows) {
    double[][] values = new double[rows][];
    for (int i = 0; i < rows; i++) {
      values[i] = random.doubles(3, -1, 1).toArray();
    }
    return values;
  }
}
