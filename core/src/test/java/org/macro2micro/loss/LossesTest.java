package org.macro2micro.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
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

  @Test
  void eachEquationOfThePaperIsClaimedOnce() {
    List<Integer> claimed = new ArrayList<>();
    for (JavaClass c :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.macro2micro")) {
      if (c.isAnnotatedWith(PaperEquation.class)) {
        for (int number : c.getAnnotationOfType(PaperEquation.class).value()) {
          claimed.add(number);
        }
      }
    }
    assertThat(claimed).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
  }
}
