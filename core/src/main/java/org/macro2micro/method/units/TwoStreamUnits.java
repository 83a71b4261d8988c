package org.macro2micro.method.units;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.loss.ActionUnitLoss;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.Needs;
import org.macro2micro.method.NetworkUnits;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.UnitMethod;
import org.macro2micro.method.UnitPage;
import org.macro2micro.method.UnitRecognizer;
import org.macro2micro.method.UnitTargets;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batch;
import org.macro2micro.train.BatchOrder;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainLoop;

/**
 * A two-stream network of MiNet's shape whose last layer has one score for each action unit in
 * place of the classes: apex frame [n,3,H,W] and frames [n,T,3,H,W] -&gt; trunks, fused feature z,
 * linear -&gt; [n,K], each through a sigmoid of its own. It minimises {@link ActionUnitLoss} alone,
 * from random weights, and sees no emotion. It is this project's own.
 */
public final class TwoStreamUnits implements UnitMethod {
  /** The method. */
  public static final UnitPage PAGE =
      new UnitPage(
          "units",
          "two-stream network of MiNet's shape with a sigmoid for each action unit",
          Needs.anything().withApex().withUnits(),
          block ->
              new TwoStreamUnits(block.name(), block.as(Settings.class), block.augmentation()));

  /**
   * The block {@code methods.units}.
   *
   * @param width channels after the trunks' first convolution
   * @param fusion how apex and video feature become z
   * @param training epochs, batch, learning rate
   */
  record Settings(int width, TwoStreamSettings.Fusion fusion, PhaseSettings training) {
    Settings {
      // Refuses a width below 1.
      shape(width, fusion);
    }

    private static TwoStreamSettings shape(int width, TwoStreamSettings.Fusion fusion) {
      // Sampling intervals and discriminators belong to phase 3, which this network does not have.
      return new TwoStreamSettings(width, fusion, 1, 1);
    }

    TwoStreamSettings network() {
      return shape(width, fusion);
    }
  }

  private final String name;
  private final Settings settings;
  private final Augmentation augmentation;

  TwoStreamUnits(String name, Settings settings, Augmentation augmentation) {
    this.name = name;
    this.settings = settings;
    this.augmentation = augmentation;
  }

  @Override
  public int epochs() {
    return settings.training().epochs();
  }

  @Override
  public UnitRecognizer fit(LabelledExamples examples, List<Integer> units, FitContext context) {
    TwoStreamNetwork network = new TwoStreamNetwork(settings.network(), units.size());
    LoadedNetwork<TwoStreamNetwork> loaded =
        LoadedNetwork.of(
            context.device(), trained(examples, units, context), network, network.view().shapes());
    return new NetworkUnits(
        loaded, (step, clips) -> probabilities(network, step, clips), units, units);
  }

  private byte[] trained(LabelledExamples examples, List<Integer> units, FitContext context) {
    SeedPath seed = context.foldSeed().child(name);
    TwoStreamNetwork network = new TwoStreamNetwork(settings.network(), units.size());
    TrainingClips clips = new TrainingClips(examples, augmentation);
    UnitTargets targets = new UnitTargets(units, examples.units());
    try (LoadedNetwork<TwoStreamNetwork> loaded =
        LoadedNetwork.random(
            context.device(), network, SeededWeights.TORCHVISION, seed, network.view().shapes())) {
      new TrainLoop(Phase.SINGLE, settings.training(), List.of(network), BatchOrder.SHUFFLED, 0)
          .run(
              loaded.manager(),
              clips.size(),
              batch -> terms(batch, network, clips, targets),
              seed,
              context.listener());
      return loaded.weights();
    }
  }

  private static StepTerms terms(
      Batch batch, TwoStreamNetwork network, TrainingClips clips, UnitTargets targets) {
    NDManager manager = batch.manager();
    List<PreparedClip> chosen = clips.clips(batch);
    List<ClipId> ids = chosen.stream().map(PreparedClip::id).toList();
    Shape each = new Shape(ids.size(), targets.units().size());
    NDArray loss =
        ActionUnitLoss.of(
            scores(network, network.view().of(manager, chosen), true),
            manager.create(targets.shown(ids), each),
            manager.create(targets.known(ids), each));
    return new StepTerms(
        new TreeMap<>(Map.of("au", loss)), new TreeMap<>(Map.of("au", loss)), loss);
  }

  private static NDArray probabilities(
      TwoStreamNetwork network, NDManager step, List<PreparedClip> clips) {
    NDList inputs = network.view().arranged(network.view().of(step, clips));
    return Activation.sigmoid(scores(network, inputs, false));
  }

  private static NDArray scores(TwoStreamNetwork network, NDList inputs, boolean training) {
    StreamFeatures features = network.features(inputs, training);
    NDArray z = network.fuse(features, network.meanVideoFeature(features));
    return network.classify(z, training);
  }
}
