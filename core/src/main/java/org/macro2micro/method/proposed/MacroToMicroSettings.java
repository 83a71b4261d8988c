package org.macro2micro.method.proposed;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.macro2micro.loss.ContrastiveLoss;
import org.macro2micro.loss.GeneralLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.nn.GradientReversal;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.train.PhaseSettings;

/**
 * All choices of the method. The paper fixes the trunks, Adam and the weights of Eq. 8; everything
 * else here is a choice it does not tell.
 *
 * @param network shape of MiNet and MaNet
 * @param macro phase 1, MaNet
 * @param micro phase 2, MiNet
 * @param transfer phase 3
 * @param start what MiNet's trunks start from in phase 2
 * @param weights coefficient of each term of Eq. 8; lambda_1 = lambda_4 = .1, lambda_2 = lambda_3 =
 *     .2 in the paper
 * @param contrastive temperature and reduction of L_con
 * @param reversal how lambda of the gradient reversal goes
 * @param unmatched what becomes of macro clips whose label has no counterpart
 * @param draw how the macro clips of a step are drawn
 * @param statistics what MiNet's normalisation uses in phase 3
 * @param augmentation of micro clips in phases 2 and 3, of macro clips in phase 1
 * @param gradientNormsEvery epochs between measurements of gradient norms; 0 for never
 */
public record MacroToMicroSettings(
    TwoStreamSettings network,
    PhaseSettings macro,
    PhaseSettings micro,
    PhaseSettings transfer,
    Start start,
    Map<LossTerm, Double> weights,
    ContrastiveLoss contrastive,
    GradientReversal.Schedule reversal,
    Unmatched unmatched,
    MacroDraw draw,
    Statistics statistics,
    Augmentation augmentation,
    int gradientNormsEvery) {

  /** What MiNet's trunks start from. */
  public enum Start {
    /** Random weights, as a reading of "pretrain respectively". */
    RANDOM,
    /** The trunks of MaNet, so that the channels of both networks correspond. */
    MANET
  }

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
    /** Those of the batch, as in phase 2. MaNet's maps are made with running ones. */
    BATCH,
    /**
     * The running ones, which then stand still: the discriminators can't tell the domains by how
     * their maps were normalised.
     */
    RUNNING
  }

  public MacroToMicroSettings {
    weights = Map.copyOf(weights);
    if (!weights.keySet().equals(Set.of(LossTerm.values()))) {
      throw new IllegalArgumentException(
          "loss weights: found %s, expected one for each of c, s, sam, t, con".formatted(weights));
    }
    // Refuses coefficients that are no numbers of at least 0.
    new GeneralLoss(weights);
    if (gradientNormsEvery < 0) {
      throw new IllegalArgumentException(
          "gradient norms every %d epochs: must be at least 0".formatted(gradientNormsEvery));
    }
  }

  /** The coefficients of section 3.1. */
  public static Map<LossTerm, Double> paperWeights() {
    Map<LossTerm, Double> weights = new EnumMap<>(LossTerm.class);
    for (LossTerm term : LossTerm.values()) {
      weights.put(term, term.paperWeight());
    }
    return weights;
  }

  /** The same with other phases. */
  public MacroToMicroSettings withPhases(
      PhaseSettings otherMacro, PhaseSettings otherMicro, PhaseSettings otherTransfer) {
    return new MacroToMicroSettings(
        network,
        otherMacro,
        otherMicro,
        otherTransfer,
        start,
        weights,
        contrastive,
        reversal,
        unmatched,
        draw,
        statistics,
        augmentation,
        gradientNormsEvery);
  }

  /** Eq. 8 with only the terms of a row. */
  GeneralLoss generalLoss(Set<LossTerm> terms) {
    Map<LossTerm, Double> used = new EnumMap<>(weights);
    used.keySet().retainAll(terms);
    return new GeneralLoss(used);
  }
}
