package org.macro2micro.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossesTest {
  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void equation1IsTheMeanOfMinusLogSoftmax() {
    // Softmax of (0, ln 3): 1/4 and 3/4.
    NDArray scores = manager.create(new double[][] {{0, Math.log(3)}, {0, Math.log(3)}});
    NDArray labels = manager.create(new long[] {0, 1});
    double expected = -(Math.log(.25) + Math.log(.75)) / 2;
    assertThat(ClassificationLoss.of(scores, labels).getDouble()).isCloseTo(expected, within(1e-9));
  }

  @Test
  void equation3IsTheSameOverIntervals() {
    NDArray scores = manager.create(new double[][] {{0, 0, 0}, {Math.log(2), 0, 0}});
    NDArray intervals = manager.create(new long[] {2, 0});
    double expected = -(Math.log(1 / 3.0) + Math.log(.5)) / 2;
    assertThat(SamplingIntervalLoss.of(scores, intervals).getDouble())
        .isCloseTo(expected, within(1e-9));
  }

  @Test
  void equations2And4AreBinaryCrossEntropyWithMacroAsOne() {
    // sigmoid(ln 3) = 3/4: micro costs -log(1/4), macro -log(3/4).
    NDArray micro = manager.create(new double[] {Math.log(3)});
    NDArray macro = manager.create(new double[] {Math.log(3), 0});
    double expected = -(Math.log(.25) + Math.log(.75) + Math.log(.5)) / 3;
    assertThat(SpatialDomainLoss.of(micro, macro).getDouble()).isCloseTo(expected, within(1e-9));
    assertThat(TemporalDomainLoss.of(micro, macro).getDouble()).isCloseTo(expected, within(1e-9));
  }

  @Test
  void mixedDomainsAreTheSameInAnyOrder() {
    NDArray scores = manager.create(new double[] {Math.log(3), Math.log(3), 0});
    NDArray macro = manager.create(new double[] {1, 0, 1});
    double expected = -(Math.log(.75) + Math.log(.25) + Math.log(.5)) / 3;
    assertThat(MixedDomainLoss.of(scores, macro).getDouble()).isCloseTo(expected, within(1e-9));
    NDArray huge = manager.create(new float[] {1e4f, -1e4f});
    assertThat(MixedDomainLoss.of(huge, manager.create(new float[] {0, 0})).getFloat())
        .isCloseTo(5000f, within(1f));
  }

  /** a = p and |a-n|^2 = 4, then a = n and |a-p|^2 = 1; with margin 1 these cost 0 and 2. */
  @Test
  void tripletsKeepTheirMargin() {
    NDArray anchors = manager.create(new double[][] {{0, 0}, {3, 1}});
    NDArray positives = manager.create(new double[][] {{0, 0}, {3, 2}});
    NDArray negatives = manager.create(new double[][] {{0, 2}, {3, 1}});
    assertThat(row(0, anchors, positives, negatives)).isCloseTo(0, within(1e-12));
    assertThat(row(1, anchors, positives, negatives)).isCloseTo(2, within(1e-12));
    assertThat(TripletLoss.of(anchors, positives, negatives, 1).getDouble())
        .isCloseTo(1, within(1e-12));
    assertThat(TripletLoss.of(anchors, positives, negatives, 6).getDouble())
        .isCloseTo((2 + 7) / 2., within(1e-12));
  }

  private static double row(int at, NDArray anchors, NDArray positives, NDArray negatives) {
    return TripletLoss.of(
            anchors.get(at).expandDims(0),
            positives.get(at).expandDims(0),
            negatives.get(at).expandDims(0),
            1)
        .getDouble();
  }

  @Test
  void onlyAGreaterLossThanTheMacroClipsCosts() {
    NDArray seven = manager.create(new double[] {.7});
    NDArray four = manager.create(new double[] {.4});
    assertThat(LossInequality.of(seven, four).getDouble()).isCloseTo(.3, within(1e-12));
    assertThat(LossInequality.of(four, seven).getDouble()).isZero();
  }

  /** At D = .5 the network pays log 2, the discriminator twice as much. */
  @Test
  void theAdversarialGameStartsEven() {
    NDArray even = manager.create(new double[] {0, 0});
    assertThat(AdversarialLoss.ofNetwork(even).getDouble()).isCloseTo(.6931, within(5e-5));
    assertThat(AdversarialLoss.ofDiscriminator(even, even).getDouble())
        .isCloseTo(1.3863, within(5e-5));
    // sigmoid(ln 3) = 3/4: the discriminator is right on macro, wrong on micro.
    NDArray sure = manager.create(new double[] {Math.log(3)});
    assertThat(AdversarialLoss.ofDiscriminator(sure, sure).getDouble())
        .isCloseTo(-Math.log(.25) - Math.log(.75), within(1e-9));
    assertThat(AdversarialLoss.ofNetwork(sure).getDouble()).isCloseTo(-Math.log(.75), within(1e-9));
  }

  @Test
  void squaredDistancesOfVectorsAreSummedAndOfPicturesAveraged() {
    NDArray one = manager.create(new double[][] {{1, 2}, {0, 0}});
    NDArray two = manager.create(new double[][] {{0, 0}, {0, 0}});
    assertThat(SquaredDistance.ofVectors(one, two).getDouble()).isEqualTo(2.5);
    Shape picture = new Shape(2, 1, 1, 2);
    assertThat(SquaredDistance.ofPictures(one.reshape(picture), two.reshape(picture)).getDouble())
        .isEqualTo(1.25);
  }

  @Test
  void eachClipsLossIsAPartOfTheMean() {
    NDArray scores = manager.create(new double[][] {{0, Math.log(3)}, {0, Math.log(3)}});
    NDArray labels = manager.create(new long[] {0, 1});
    assertThat(ClassificationLoss.each(scores, labels).toDoubleArray())
        .containsExactly(new double[] {-Math.log(.25), -Math.log(.75)}, within(1e-9));
  }

  @Test
  void domainLossesStandScoresOfAnySize() {
    NDArray micro = manager.create(new float[] {-1e4f, 1e4f});
    NDArray macro = manager.create(new float[] {1e4f, 1e4f});
    assertThat(SpatialDomainLoss.of(micro, macro).getFloat()).isCloseTo(2500f, within(1f));
  }

  @Test
  void batchesOfOneAreFinite() {
    NDArray one = manager.create(new float[][] {{1, 2}});
    assertThat(ClassificationLoss.of(one, manager.create(new long[] {1})).getFloat()).isFinite();
    NDArray score = manager.create(new float[] {1});
    assertThat(TemporalDomainLoss.of(score, score).getFloat()).isFinite();
  }

  @Test
  void gradientsMatchDifferences() {
    double[] at = {.3, -1.2, 2, .1, .5, -.4};
    Gradients.check(
        at,
        new Shape(2, 3),
        x -> ClassificationLoss.of(x, x.getManager().create(new long[] {2, 0})));
    Gradients.check(
        at,
        new Shape(3, 2),
        x -> SamplingIntervalLoss.of(x, x.getManager().create(new long[] {1, 0, 1})));
    Gradients.check(
        at,
        new Shape(6),
        x -> SpatialDomainLoss.of(x, x.getManager().create(new double[] {.3, -2})));
    Gradients.check(
        at,
        new Shape(6),
        x -> TemporalDomainLoss.of(x.getManager().create(new double[] {.3, -2}), x));
  }

  @Test
  void equation8WeighsWithThePapersCoefficients() {
    Map<LossTerm, NDArray> terms = new EnumMap<>(LossTerm.class);
    double value = 1;
    for (String symbol : List.of("c", "s", "sam", "t", "con")) {
      terms.put(LossTerm.bySymbol(symbol).orElseThrow(), manager.create(value));
      value *= 10;
    }
    GeneralLoss all = GeneralLoss.paper(terms.keySet());
    // 1 + .1*10 + .2*100 + .2*1000 + .1*10000
    assertThat(all.of(terms).getDouble()).isCloseTo(1222, within(1e-3));
    GeneralLoss some =
        GeneralLoss.paper(EnumSet.of(LossTerm.CLASSIFICATION, LossTerm.SPATIAL_DOMAIN));
    assertThat(some.of(terms).getDouble()).isCloseTo(2, within(1e-6));
    assertThat(some.weight(LossTerm.CONTRASTIVE)).isZero();
  }

  @Test
  void equation8RefusesMissingTermsAndBadWeights() {
    GeneralLoss loss = GeneralLoss.paper(List.of(LossTerm.CLASSIFICATION));
    assertThatThrownBy(() -> loss.of(Map.of())).hasMessageContaining("term c is missing");
    assertThatThrownBy(() -> new GeneralLoss(Map.of()).of(Map.of()))
        .hasMessageContaining("no term");
    assertThatThrownBy(() -> new GeneralLoss(Map.of(LossTerm.CONTRASTIVE, -1.0)))
        .hasMessageContaining("con: -1.0");
  }

  @Test
  void termsAreFoundByTheirSymbols() {
    for (LossTerm term : LossTerm.values()) {
      assertThat(LossTerm.bySymbol(term.symbol())).contains(term);
    }
    assertThat(LossTerm.bySymbol("no-term")).isEmpty();
  }
}
