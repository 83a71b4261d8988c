package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The terms of Eq. 8 with the weights of section 3.1, each with its equation. */
public enum LossTerm {
  /** L_c, Eq. 1: classification of micro clips. */
  CLASSIFICATION("c", 1, step -> ClassificationLoss.of(step.classScores(), step.labels())),
  /** L_s, Eq. 2: which domain an apex map is from, behind reversal. */
  SPATIAL_DOMAIN("s", .1, step -> SpatialDomainLoss.of(step.apexDomains())),
  /** L_sam, Eq. 3: at which sampling interval a temporal map was taken. */
  SAMPLING_INTERVAL(
      "sam", .2, step -> SamplingIntervalLoss.of(step.intervalScores(), step.intervals())),
  /** L_t, Eq. 4: which domain a temporal map is from, behind reversal. */
  TEMPORAL_DOMAIN("t", .2, step -> TemporalDomainLoss.of(step.rateDomains())),
  /** L_con, Eq. 5 to 7: same class together, across both domains. */
  CONTRASTIVE(
      "con",
      .1,
      step ->
          step.contrastive()
              .of(step.microFeatures(), step.labels(), step.macroFeatures(), step.macroLabels()));

  private final String symbol;
  private final double paperWeight;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Function<TransferStep, NDArray> equation;

  LossTerm(String symbol, double paperWeight, Function<TransferStep, NDArray> equation) {
    this.symbol = symbol;
    this.paperWeight = paperWeight;
    this.equation = equation;
  }

  /** The term over the clips of a step, scalar, unweighted. */
  public NDArray of(TransferStep step) {
    return equation.apply(step);
  }

  /** The term with this symbol. */
  public static Optional<LossTerm> bySymbol(String symbol) {
    return Arrays.stream(values()).filter(term -> term.symbol.equals(symbol)).findFirst();
  }

  /** All symbols in the order of Eq. 8, joined by commas: for messages. */
  public static String symbols() {
    return Arrays.stream(values()).map(LossTerm::symbol).collect(Collectors.joining(", "));
  }

  /** Whether it is computed behind gradient reversal, so that the trunks work against it. */
  public boolean isReversed() {
    return this == SPATIAL_DOMAIN || this == TEMPORAL_DOMAIN;
  }

  /** The index of the paper's L: "c", "s", "sam", "t" or "con". */
  public String symbol() {
    return symbol;
  }

  /**
   * The paper's coefficient in Eq. 8: 1 for L_c, then lambda 1 to 4. For comparison: training takes
   * {@code transfer.weights} of the settings.
   */
  public double paperWeight() {
    return paperWeight;
  }
}
