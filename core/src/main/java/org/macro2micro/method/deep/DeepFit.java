package org.macro2micro.method.deep;

import java.util.List;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.KeptEpoch;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.TrainListener;

/**
 * A network that has no weights yet. It gets them once, by training or from a model.
 *
 * @param method its name, for seeds and errors
 * @param network not yet initialised
 * @param view how the network takes clips
 * @param labels of the classes, in the order of its scores
 */
public record DeepFit<N extends DeepNetwork>(
    String method, N network, ClipView view, List<String> labels) {
  /** What happens between the first weights and the last. */
  public interface Training<N extends DeepNetwork> {
    /**
     * Trains a network in place.
     *
     * @param loaded with its first weights
     * @param seed for order and draws
     * @param kept must be told of each epoch
     */
    void run(LoadedNetwork<N> loaded, SeedPath seed, TrainListener kept);
  }

  public DeepFit {
    labels = List.copyOf(labels);
  }

  /** Draws the first weights, trains, and keeps those of the epoch that counts. */
  public TrainedModel train(FitContext context, Training<N> training) {
    SeedPath seed = context.foldSeed().child(method);
    try (LoadedNetwork<N> loaded =
        LoadedNetwork.random(context.device(), network, network.start(), seed, view.shapes())) {
      KeptEpoch kept = new KeptEpoch(context, loaded::weights, recognizer(loaded));
      training.run(loaded, seed, kept);
      return new TrainedModel(kept.weights(), labels);
    }
  }

  /** Recognises by the weights of a model; they are closed with the recognizer. */
  public Recognizer open(TrainedModel model, ComputeDevice device) {
    return recognizer(LoadedNetwork.of(device, model.weights(), network, view.shapes()));
  }

  private DeepRecognizer recognizer(LoadedNetwork<N> loaded) {
    return new DeepRecognizer(loaded, method, view, labels);
  }
}
