package org.macro2micro.method.proposed;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macro2micro.loss.ContrastiveLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.nn.GradientReversal;
import org.macro2micro.nn.ResNet18;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.train.PhaseSettings;

/**
 * The block {@code methods.macro-to-micro} of the settings.
 *
 * @param network shape of MiNet and MaNet
 * @param init what the trunks start from
 * @param phases epochs and steps of each phase
 * @param transfer the choices of phase 3
 * @param gradientNormsEvery epochs between measurements of each term's gradient norm; 0 for never
 */
public record MacroToMicroBlock(
    TwoStreamSettings network,
    Init init,
    Phases phases,
    TransferChoices transfer,
    int gradientNormsEvery) {

  /**
   * What the trunks start from.
   *
   * @param from what MiNet's trunks start from in phase 2
   * @param weights torchvision's ResNet18 as safetensors; null for random weights
   * @param trunks which trunks take those weights
   */
  public record Init(
      MacroToMicroSettings.Start from, @Nullable Path weights, InitialTrunks.Trunks trunks) {}

  /**
   * The three phases.
   *
   * @param macro 1: MaNet
   * @param micro 2: MiNet
   * @param transfer 3: MiNet guided by MaNet
   */
  public record Phases(PhaseSettings macro, PhaseSettings micro, PhaseSettings transfer) {}

  /**
   * The choices of the transfer.
   *
   * @param weights coefficients of Eq. 8 by symbol
   * @param contrastive temperature and reduction of L_con
   * @param reversal how lambda of the gradient reversal goes
   * @param unmatched what becomes of macro clips without counterpart
   * @param macroDraw how the macro clips of a step are drawn
   * @param statistics what MiNet's normalisation uses in phase 3
   */
  public record TransferChoices(
      Map<String, Double> weights,
      ContrastiveLoss contrastive,
      GradientReversal.Schedule reversal,
      MacroToMicroSettings.Unmatched unmatched,
      MacroToMicroSettings.MacroDraw macroDraw,
      MacroToMicroSettings.Statistics statistics) {}

  public MacroToMicroBlock {
    if (init.weights() != null && network.width() != ResNet18.PAPER_WIDTH) {
      throw new IllegalArgumentException(
          "init.weights: found %s with network.width %d, but torchvision's ResNet18 fits %d only; set network.width=%d or leave init.weights out"
              .formatted(
                  init.weights(), network.width(), ResNet18.PAPER_WIDTH, ResNet18.PAPER_WIDTH));
    }
  }

  /**
   * The same as the method reads it.
   *
   * @throws IllegalArgumentException if a term of {@code transfer.weights} is unknown or missing
   */
  public MacroToMicroSettings settings(Augmentation augmentation) {
    Map<LossTerm, Double> weights = new EnumMap<>(LossTerm.class);
    transfer
        .weights()
        .forEach(
            (symbol, weight) ->
                weights.put(
                    LossTerm.bySymbol(symbol)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "transfer.weights: unknown term \"%s\"; known: %s"
                                        .formatted(symbol, LossTerm.symbols()))),
                    weight));
    return new MacroToMicroSettings(
        network,
        phases.macro(),
        phases.micro(),
        phases.transfer(),
        init.from(),
        weights,
        transfer.contrastive(),
        transfer.reversal(),
        transfer.unmatched(),
        transfer.macroDraw(),
        transfer.statistics(),
        augmentation,
        gradientNormsEvery);
  }
}
