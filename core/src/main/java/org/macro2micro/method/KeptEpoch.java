package org.macro2micro.method;

import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macro2micro.train.Phase;
import org.macro2micro.train.TrainListener;

/** Keeps the weights of the epoch that a judge scores highest; a later equal one replaces it. */
public final class KeptEpoch implements TrainListener {
  private final TrainListener next;
  private final @Nullable EpochJudge judge;
  private final Supplier<byte[]> current;
  private final Recognizer candidate;
  private double best = Double.NEGATIVE_INFINITY;
  private byte @Nullable [] weights;

  /**
   * @param context whose listener is told too, and whose judge chooses; without a judge the last
   *     epoch is kept
   * @param current the weights of the network being trained, as it is
   * @param candidate recognises by that network
   */
  public KeptEpoch(FitContext context, Supplier<byte[]> current, Recognizer candidate) {
    this.next = context.listener();
    this.judge = context.judge();
    this.current = current;
    this.candidate = candidate;
  }

  @Override
  public void epochDone(
      Phase phase,
      int epoch,
      int epochs,
      SortedMap<String, Double> losses,
      SortedMap<String, Double> gradientNorms) {
    next.epochDone(phase, epoch, epochs, losses, gradientNorms);
    if (judge == null) {
      return;
    }
    double score = judge.score(candidate);
    if (score >= best) {
      best = score;
      weights = current.get();
    }
  }

  /** The weights of the epoch kept, or the network's present ones if no epoch was judged. */
  public byte[] weights() {
    return weights == null ? current.get() : weights;
  }
}
