package org.macro2micro.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.loss.ContrastiveLoss;
import org.macro2micro.loss.GeneralLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.loss.SamplingIntervalLoss;
import org.macro2micro.loss.SpatialDomainLoss;
import org.macro2micro.loss.TemporalDomainLoss;

/** Eq. 1 to 8 and their gradients against the printed formulas, written out in Python. */
class LossParityTest {
  private static final double TOLERANCE = 1e-9;
  private static final Map<String, Shape> INPUTS =
      Map.of(
          "class scores", new Shape(5, 3),
          "spatial micro", new Shape(5),
          "spatial macro", new Shape(6),
          "interval scores", new Shape(9, 3),
          "temporal micro", new Shape(15),
          "temporal macro", new Shape(18),
          "z micro", new Shape(5, 7),
          "z macro", new Shape(6, 7));

  private final Fixture fixture = new Fixture("losses");

  @Test
  void classification() {
    check("eq1", this::classification, "class scores");
    fixture.record("Eq 1");
  }

  @Test
  void spatialDomain() {
    check("eq2", this::spatial, "spatial micro", "spatial macro");
    fixture.record("Eq 2");
  }

  @Test
  void samplingInterval() {
    check("eq3", this::interval, "interval scores");
    fixture.record("Eq 3");
  }

  @Test
  void temporalDomain() {
    check("eq4", this::temporal, "temporal micro", "temporal macro");
    fixture.record("Eq 4");
  }

  @Test
  void contrastive() {
    for (double tau : new double[] {.5, .07}) {
      for (ContrastiveLoss.Reduction reduction : ContrastiveLoss.Reduction.values()) {
        String name = reduction == ContrastiveLoss.Reduction.PAPER ? "paper" : "mean";
        check(
            "eq5-7 " + tau + " " + name,
            in -> contrastive(in, new ContrastiveLoss(tau, reduction)),
            "z micro",
            "z macro");
      }
    }
    fixture.record("Eq 5 to 7");
  }

  @Test
  void general() {
    check(
        "eq8",
        in -> {
          Map<LossTerm, NDArray> terms = new EnumMap<>(LossTerm.class);
          terms.put(LossTerm.CLASSIFICATION, classification(in));
          terms.put(LossTerm.SPATIAL_DOMAIN, spatial(in));
          terms.put(LossTerm.SAMPLING_INTERVAL, interval(in));
          terms.put(LossTerm.TEMPORAL_DOMAIN, temporal(in));
          terms.put(
              LossTerm.CONTRASTIVE,
              contrastive(in, new ContrastiveLoss(.5, ContrastiveLoss.Reduction.PAPER)));
          return GeneralLoss.paper(terms.keySet()).of(terms);
        },
        INPUTS.keySet().toArray(String[]::new));
    fixture.record("Eq 8");
  }

  @Test
  void theGoldenNumbersAreTheirs() {
    assertThat(fixture.get("golden"))
        .containsExactly(new double[] {13.561983, 35.888215}, within(1e-6));
    double[] taus = {.5, .07};
    double[] values = new double[2];
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray micro = manager.create(new double[] {1, 0, 0, 1, .6, .8}, new Shape(3, 2));
      NDArray macro = manager.create(new double[] {.8, .6, 0, 1, 1, 0}, new Shape(3, 2));
      NDArray labels = manager.create(new long[] {0, 1, 1});
      for (int i = 0; i < taus.length; i++) {
        values[i] =
            new ContrastiveLoss(taus[i], ContrastiveLoss.Reduction.PAPER)
                .of(micro, labels, macro, labels)
                .getDouble();
      }
    }
    fixture.compare("golden", values, TOLERANCE);
  }

  /** Everything in the fixture is an input, a golden number, or compared above. */
  @Test
  void nothingInTheFixtureIsLeftOut() {
    List<String> known = new ArrayList<>(INPUTS.keySet());
    known.addAll(List.of("golden", "micro labels", "macro labels", "intervals"));
    assertThat(fixture.arrays().keySet())
        .allSatisfy(
            name ->
                assertThat(known.contains(name) || name.matches("eq(1|2|3|4|5-7 .*|8)( by .*)?"))
                    .as(name)
                    .isTrue())
        .hasSize(12 + 4 * 1 + 6 + 4 * 3 + 9);
  }

  private void check(String term, Function<Map<String, NDArray>, NDArray> loss, String... by) {
    try (NDManager manager = NDManager.newBaseManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      Map<String, NDArray> inputs = new java.util.HashMap<>();
      INPUTS.forEach((name, shape) -> inputs.put(name, manager.create(fixture.get(name), shape)));
      for (String name : by) {
        inputs.get(name).setRequiresGradient(true);
      }
      NDArray value = loss.apply(inputs);
      collector.backward(value);
      fixture.compare(term, value.toDoubleArray(), TOLERANCE);
      for (String name : by) {
        double[] gradient = inputs.get(name).getGradient().toDoubleArray();
        fixture.compare(term + " by " + name, gradient, TOLERANCE);
      }
    }
  }

  private NDArray classification(Map<String, NDArray> in) {
    NDArray scores = in.get("class scores");
    return ClassificationLoss.of(scores, labels(scores, "micro labels"));
  }

  private NDArray spatial(Map<String, NDArray> in) {
    return SpatialDomainLoss.of(in.get("spatial micro"), in.get("spatial macro"));
  }

  private NDArray interval(Map<String, NDArray> in) {
    NDArray scores = in.get("interval scores");
    return SamplingIntervalLoss.of(scores, labels(scores, "intervals"));
  }

  private NDArray temporal(Map<String, NDArray> in) {
    return TemporalDomainLoss.of(in.get("temporal micro"), in.get("temporal macro"));
  }

  private NDArray contrastive(Map<String, NDArray> in, ContrastiveLoss loss) {
    NDArray micro = in.get("z micro");
    NDArray macro = in.get("z macro");
    return loss.of(micro, labels(micro, "micro labels"), macro, labels(micro, "macro labels"));
  }

  private NDArray labels(NDArray beside, String name) {
    return beside.getManager().create(fixture.longs(name));
  }
}
