package org.macro2micro.method.proposed;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.macro2micro.loss.ContrastiveLoss;
import org.macro2micro.loss.GeneralLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.nn.GradientReversal;

/**
 * The choices of phase 3, in which MaNet guides MiNet.
 *
 * @param weights coefficient of each term of Eq. 8 by its symbol; lambda_1 = lambda_4 = .1,
 *     lambda_2 = lambda_3 = .2 in the paper
 * @param contrastive temperature and reduction of L_con
 * @param reversal how lambda of the gradient reversal goes
 * @param unmatched what becomes of macro clips whose label has no counterpart
 * @param macroDraw how the macro clips of a step are drawn
 * @param statistics what MiNet's normalisation uses
 * @param trainMacro whether MaNet is updated along with MiNet. The paper says that "MiNet and MaNet
 *     are driven to perceive" and then updates MiNet alone, which is false here
 */
public record TransferSettings(
    Map<String, Double> weights,
    ContrastiveLoss contrastive,
    GradientReversal.Schedule reversal,
    Unmatched unmatched,
    MacroDraw macroDraw,
    Statistics statistics,
    boolean trainMacro) {

  /** What becomes of macro clips whose label has no counterpart in the micro task. */
  public enum Unmatched {
    /** They take part in L_s, L_sam and L_t, and in L_con as negatives. */
    NEGATIVES,
    /** They take no part in the transfer. */
    LEFT_OUT
  }

  /** How the macro clips of a step are drawn. */
  public enum MacroDraw {
    /** Each as often as any other. */
    UNIFORM,
    /** Each micro class as often as any other, and so are clips without a counterpart. */
    BALANCED
  }

  /** What normalisation layers of MiNet use in phase 3. */
  public enum Statistics {
    /**
     * They use the statistics of the batch, as in phase 2. The maps of a frozen MaNet are made with
     * running ones.
     */
    BATCH,
    /**
     * They use the running statistics, which then stand still: the discriminators can't tell the
     * domains by how their maps were normalised.
     */
    RUNNING
  }

  public TransferSettings {
    weights = Map.copyOf(weights);
    if (!weights.keySet().equals(paperWeights().keySet())) {
      throw new IllegalArgumentException(
          "transfer.weights: found %s, expected one for each of %s"
              .formatted(new TreeMap<>(weights), LossTerm.symbols()));
    }
    // Refuses coefficients that are not numbers of at least 0.
    generalLoss(weights, Set.of(LossTerm.values()));
  }

  /** The coefficients of section 3.1. */
  public static Map<String, Double> paperWeights() {
    Map<String, Double> weights = new TreeMap<>();
    for (LossTerm term : LossTerm.values()) {
      weights.put(term.symbol(), term.paperWeight());
    }
    return weights;
  }

  /** Eq. 8 with only the terms of a row. */
  GeneralLoss generalLoss(Set<LossTerm> terms) {
    return generalLoss(weights, terms);
  }

  private static GeneralLoss generalLoss(Map<String, Double> weights, Set<LossTerm> terms) {
    Map<LossTerm, Double> used = new EnumMap<>(LossTerm.class);
    weights.forEach(
        (symbol, weight) ->
            LossTerm.bySymbol(symbol)
                .filter(terms::contains)
                .ifPresent(term -> used.put(term, weight)));
    return new GeneralLoss(used);
  }
}
