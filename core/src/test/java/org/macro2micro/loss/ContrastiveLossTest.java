package org.macro2micro.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  /**
   * The same micro clips without any macro clip. Cosines: 0 between the first two, .6 and .8 to the
   * third. Anchor 1: 1.6 - log(1 + e^2 + e^1.6) = -.990924; anchor 2: 1.6 - log(e^1.2 + e^1.6 +
   * e^2) = -1.151251; anchor 0 has no positive. With them it was 13.561983.
   */
  @Test
  void goldenNumbersOverMicroClipsAlone() {
    assertThat(microAlone(Reduction.PAPER)).isCloseTo(2.142175, within(1e-6));
    assertThat(microAlone(Reduction.MEAN_OVER_POSITIVE_PAIRS)).isCloseTo(1.071087, within(1e-6));
  }

  private static double microAlone(Reduction reduction) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return new ContrastiveLoss(.5, reduction)
          .of(
              manager.create(MICRO),
              manager.create(MICRO_LABELS),
              manager.zeros(new Shape(0, 2), DataType.FLOAT64),
              manager.create(new long[0]))
          .getDouble();
    }
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

  @ParameterizedTest
  @CsvSource({".5,FLOAT64", ".07,FLOAT64", ".5,FLOAT32", ".07,FLOAT32"})
  void isTheQuotientOfExponentialsWhereTheseAreFinite(double tau, DataType type) {
    RandomBatch batch = RandomBatch.of(3, 12, 16);
    ValueAndGradient written = batch.through(type, in -> written(tau, in));
    ValueAndGradient own = batch.through(type, in -> own(tau, in));
    assertThat(own.value()).isCloseTo(written.value(), within(1e-5 * written.value()));
    assertClose(own.gradient(), written.gradient(), 1e-5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.005, .001})
  void isFiniteAndRightWhereExponentialsOverflow(double tau) {
    RandomBatch batch = RandomBatch.of(4, 12, 16);
    assertThat(batch.through(DataType.FLOAT32, in -> written(tau, in)).value()).isNotFinite();
    ValueAndGradient own = batch.through(DataType.FLOAT32, in -> own(tau, in));
    ValueAndGradient expected = batch.slowly(tau);
    // A cosine in float is right to about 1e-7, and 1/tau makes up to 1e-4 of it in an exponent.
    assertThat(own.value()).isCloseTo(expected.value(), within(1e-5 * expected.value()));
    assertClose(own.gradient(), expected.gradient(), 1e-3);
  }

  @Test
  void theSlowLoopsGradientIsThatOfTheFormula() {
    RandomBatch batch = RandomBatch.of(5, 4, 3);
    assertClose(
        batch.slowly(.5).gradient(),
        batch.through(DataType.FLOAT64, in -> written(.5, in)).gradient(),
        1e-9);
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

  private static void assertClose(double[] actual, double[] expected, double relative) {
    double greatest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(greatest).isPositive();
    assertThat(actual).containsExactly(expected, within(relative * greatest));
  }

  private static NDArray own(double tau, Inputs in) {
    return new ContrastiveLoss(tau, Reduction.PAPER)
        .of(in.micro(), in.microLabels(), in.macro(), in.macroLabels());
  }

  /** Eq. 5 to 7 as they are printed, exponentials and all; no vector of length 0. */
  private static NDArray written(double tau, Inputs in) {
    NDArray all = NDArrays.concat(new NDList(in.micro(), in.macro()), 0);
    NDArray unit = all.div(all.square().sum(new int[] {1}, true).sqrt());
    long n = in.micro().getShape().get(0);
    NDArray anchors = unit.get(new NDIndex().addSliceDim(0, n));
    NDArray logits = anchors.matMul(unit.transpose()).div(Constant.of(tau, anchors));
    NDArray logDenominator = logits.exp().sum(new int[] {1}, true).log();
    long[] microLabels = in.microLabels().toLongArray();
    long[] macroLabels = in.macroLabels().toLongArray();
    double[] positives = new double[microLabels.length * (microLabels.length + macroLabels.length)];
    int at = 0;
    for (int j = 0; j < microLabels.length; j++) {
      for (int k = 0; k < microLabels.length; k++) {
        positives[at++] = k != j && microLabels[k] == microLabels[j] ? 1 : 0;
      }
      for (long macroLabel : macroLabels) {
        positives[at++] = macroLabel == microLabels[j] ? 1 : 0;
      }
    }
    NDArray counted =
        logits
            .getManager()
            .create(positives, logits.getShape())
            .toType(logits.getDataType(), false);
    return logits.sub(logDenominator).mul(counted).sum().neg();
  }

  private record Inputs(NDArray micro, NDArray microLabels, NDArray macro, NDArray macroLabels) {}

  /** A loss and its gradient by micro and, after them, macro features. */
  @SuppressWarnings("ArrayRecordComponent") // read whole, never compared
  private record ValueAndGradient(double value, double[] gradient) {}

  /** As many micro as macro clips of three classes; some macro clips have no counterpart. */
  @SuppressWarnings("ArrayRecordComponent") // read whole, never compared
  private record RandomBatch(
      double[][] micro, long[] microLabels, double[][] macro, long[] macroLabels) {
    static RandomBatch of(long seed, int clips, int size) {
      Random random = new Random(seed);
      double[][] rows = new double[2 * clips][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = random.doubles(size, -.2, 1).toArray();
      }
      return new RandomBatch(
          Arrays.copyOf(rows, clips),
          random.longs(clips, 0, 3).toArray(),
          Arrays.copyOfRange(rows, clips, 2 * clips),
          random.longs(clips, -1, 3).toArray());
    }

    ValueAndGradient through(DataType type, Function<Inputs, NDArray> loss) {
      try (NDManager manager = NDManager.newBaseManager();
          GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray mi = manager.create(micro).toType(type, true);
        NDArray ma = manager.create(macro).toType(type, true);
        mi.setRequiresGradient(true);
        ma.setRequiresGradient(true);
        NDArray value =
            loss.apply(
                new Inputs(mi, manager.create(microLabels), ma, manager.create(macroLabels)));
        collector.backward(value);
        NDArray gradient = mi.getGradient().concat(ma.getGradient(), 0);
        return new ValueAndGradient(
            value.toType(DataType.FLOAT64, true).getDouble(),
            gradient.toType(DataType.FLOAT64, true).toDoubleArray());
      }
    }

    /** Computes the loss in double, pair by pair, with the anchor's greatest exponent taken off. */
    ValueAndGradient slowly(double tau) {
      double[][] all =
          Stream.concat(Arrays.stream(micro), Arrays.stream(macro)).toArray(double[][]::new);
      long[] labels =
          LongStream.concat(Arrays.stream(microLabels), Arrays.stream(macroLabels)).toArray();
      int size = all[0].length;
      double value = 0;
      double[] gradient = new double[all.length * size];
      for (int j = 0; j < micro.length; j++) {
        double[] exponents = new double[all.length];
        for (int k = 0; k < all.length; k++) {
          exponents[k] = cosine(all[j], all[k]) / tau;
        }
        double greatest = Arrays.stream(exponents).max().orElseThrow();
        double denominator = Arrays.stream(exponents).map(e -> Math.exp(e - greatest)).sum();
        int positives = 0;
        for (int k = 0; k < all.length; k++) {
          if (k != j && labels[k] == labels[j]) {
            positives++;
            value -= exponents[k] - greatest - Math.log(denominator);
          }
        }
        for (int k = 0; k < all.length; k++) {
          double share = Math.exp(exponents[k] - greatest) / denominator;
          boolean positive = k != j && labels[k] == labels[j];
          double byCosine = (positives * share - (positive ? 1 : 0)) / tau;
          // The cosine with itself is 1 whatever the vector: it has no slope.
          for (int i = 0; i < size && k != j; i++) {
            gradient[j * size + i] += byCosine * slope(all[j], all[k], i);
            gradient[k * size + i] += byCosine * slope(all[k], all[j], i);
          }
        }
      }
      return new ValueAndGradient(value, gradient);
    }

    /** The derivative of the cosine of a and b by number i of a. */
    private static double slope(double[] a, double[] b, int i) {
      double aa = Arrays.stream(a).map(x -> x * x).sum();
      double bb = Arrays.stream(b).map(x -> x * x).sum();
      return b[i] / Math.sqrt(aa * bb) - cosine(a, b) * a[i] / aa;
    }
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
