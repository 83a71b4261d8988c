package org.macro2micro.method.proposed;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.nn.ResNet18;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;

/**
 * The block {@code methods.macro-to-micro} of the settings. The paper fixes the trunks, Adam and
 * the weights of Eq. 8; everything else here is a choice it does not tell.
 *
 * @param network shape of MiNet and MaNet
 * @param init what the trunks start from
 * @param phases epochs and steps of each phase
 * @param transfer the choices of phase 3
 * @param gradientNormsEvery epochs between measurements of each term's gradient norm; 0 for never
 */
public record MacroToMicroSettings(
    TwoStreamSettings network,
    Init init,
    Phases phases,
    TransferSettings transfer,
    int gradientNormsEvery) {

  /** What MiNet's trunks start from in phase 2. */
  public enum Start {
    /** Random weights, as a reading of "pretrain respectively". */
    RANDOM,
    /** The trunks of MaNet, so that the channels of both networks correspond. */
    MANET
  }

  /**
   * What the trunks start from.
   *
   * @param from what MiNet's trunks start from in phase 2
   * @param weights torchvision's ResNet18 as safetensors; null for random weights
   * @param trunks which trunks take those weights
   */
  public record Init(Start from, @Nullable Path weights, InitialTrunks.Trunks trunks) {}

  /**
   * The three phases.
   *
   * @param macro 1: MaNet
   * @param micro 2: MiNet
   * @param transfer 3: MiNet guided by MaNet
   */
  public record Phases(PhaseSettings macro, PhaseSettings micro, PhaseSettings transfer) {
    /** How one of the three is trained. */
    public PhaseSettings of(Phase phase) {
      return switch (phase) {
        case MACRO -> macro;
        case MICRO -> micro;
        case TRANSFER -> transfer;
        case SINGLE ->
            throw new IllegalArgumentException("macro-to-micro has three phases, none is single");
      };
    }
  }

  public MacroToMicroSettings {
    if (init.weights() != null && network.width() != ResNet18.PAPER_WIDTH) {
      throw new IllegalArgumentException(
          "init.weights: found %s with network.width %d, but torchvision's ResNet18 fits %d only; set network.width=%d or leave init.weights out"
              .formatted(
                  init.weights(), network.width(), ResNet18.PAPER_WIDTH, ResNet18.PAPER_WIDTH));
    }
    if (gradientNormsEvery < 0) {
      throw new IllegalArgumentException(
          "gradient norms every %d epochs: must be at least 0".formatted(gradientNormsEvery));
    }
  }

  /** The same with other phases. */
  public MacroToMicroSettings with(Phases others) {
    return new MacroToMicroSettings(network, init, others, transfer, gradientNormsEvery);
  }
}
