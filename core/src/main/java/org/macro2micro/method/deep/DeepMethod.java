package org.macro2micro.method.deep;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.Method;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.TrainingData;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.train.BatchOrder;
import org.macro2micro.train.Phase;

/**
 * A published network, trained on the fold's micro clips alone by Adam. Weights start as PyTorch
 * draws them, biases at 0.
 */
public final class DeepMethod implements Method {
  private final String name;
  private final IntFunction<? extends DeepNetwork> factory;
  private final DeepSettings settings;
  private final Augmentation augmentation;

  /**
   * @param name of the method, for errors and seeds, such as "ststnet"
   * @param factory makes a network for a number of classes, such as {@code StstNet::new}
   * @param settings how it is trained
   * @param augmentation of training clips; {@link Augmentation#none()} trains fastest
   */
  public DeepMethod(
      String name,
      IntFunction<? extends DeepNetwork> factory,
      DeepSettings settings,
      Augmentation augmentation) {
    this.name = name;
    this.factory = factory;
    this.settings = settings;
    this.augmentation = augmentation;
  }

  /**
   * Makes the method of a network from its block, whose settings are {@link DeepSettings}.
   *
   * @param factory makes the network for a number of classes
   */
  public static MethodPage.Maker maker(IntFunction<? extends DeepNetwork> factory) {
    return block ->
        new DeepMethod(block.name(), factory, block.as(DeepSettings.class), block.augmentation());
  }

  @Override
  public SortedMap<String, Integer> epochs() {
    return new TreeMap<>(Map.of(name, settings.epochs()));
  }

  @Override
  public boolean isExportable() {
    return true;
  }

  @Override
  public TrainedModel train(TrainingData data, FitContext context) {
    DeepFit<DeepNetwork> fit = fit(data.micro().labels());
    TrainingClips clips = new TrainingClips(data.micro(), augmentation).byClass();
    fit.view().require(name, clips.first());
    BatchOrder order = settings.shuffle() ? BatchOrder.SHUFFLED : BatchOrder.LISTED;
    return fit.train(
        context,
        (loaded, seed, kept) ->
            new DeepTraining(loaded, fit.view(), settings.training(), order, clips)
                .run(Phase.SINGLE, seed, kept));
  }

  @Override
  public Recognizer open(TrainedModel model, ComputeDevice device) {
    return fit(model.labels()).open(model, device);
  }

  private DeepFit<DeepNetwork> fit(List<String> labels) {
    DeepNetwork network = factory.apply(labels.size());
    return new DeepFit<>(name, network, network.view(settings.scale()), labels);
  }
}
