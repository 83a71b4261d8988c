package org.macro2micro.method.proposed;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.EpochJudge;
import org.macro2micro.method.Recognizer;
import org.macro2micro.train.TrainListener;

/** Keeps the weights of the epoch that a judge scores highest, of equals the later one. */
final class KeptEpoch implements TrainListener {
  private final TrainListener next;
  private final @Nullable EpochJudge judge;
  private final LoadedNetwork network;
  private final Recognizer candidate;
  private double best = Double.NEGATIVE_INFINITY;
  private byte @Nullable [] weights;

  /**
   * @param judge null to keep the last epoch
   * @param network the one being trained
   * @param candidate recognises by that network
   */
  KeptEpoch(
      TrainListener next, @Nullable EpochJudge judge, LoadedNetwork network, Recognizer candidate) {
    this.next = next;
    this.judge = judge;
    this.network = network;
    this.candidate = candidate;
  }

  @Override
  public void epochDone(
      String phase,
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
      weights = network.weights();
    }
  }

  /** Of the epoch kept; of the network as it is if there was none to judge. */
  byte[] weights() {
    return weights == null ? network.weights() : weights;
  }
}
