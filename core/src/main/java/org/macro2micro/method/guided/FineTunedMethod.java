package org.macro2micro.method.guided;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.KeptEpoch;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.Method;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.deep.DeepRecognizer;
import org.macro2micro.method.deep.DeepTraining;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SharedWeights;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.BatchOrder;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

/** {@link FineTuned}: the macro stage once for a run, kept in the work store; the micro stage. */
final class FineTunedMethod implements Method {
  private final String name;
  private final FineTuned.Settings settings;
  private final int side;
  private final Augmentation augmentation;

  /**
   * @param side height and width of the images in pixels
   */
  FineTunedMethod(String name, FineTuned.Settings settings, int side, Augmentation augmentation) {
    this.name = name;
    this.settings = settings;
    this.side = side;
    this.augmentation = augmentation;
  }

  @Override
  public boolean isGuided() {
    return settings.macro().epochs() > 0;
  }

  @Override
  public boolean isExportable() {
    return true;
  }

  @Override
  public SortedMap<String, Integer> epochs() {
    return new TreeMap<>(Map.of(name, settings.micro().epochs()));
  }

  @Override
  public void learnShared(TrainingData data, FitContext context) {
    macroStage(data.requireGuide(name).examples(), context);
  }

  @Override
  public TrainedModel train(TrainingData data, FitContext context) {
    List<String> labels = data.micro().labels();
    SeedPath seed = context.foldSeed().child(name);
    try (LoadedNetwork<FineTuned> loaded = random(context.device(), labels, seed)) {
      if (isGuided()) {
        LabelledExamples macro = data.requireGuide(name).examples();
        try (LoadedNetwork<FineTuned> learnt =
            load(context.device(), macroStage(macro, context), macro.labels())) {
          SharedWeights.copy(learnt.network(), loaded.network(), FineTuned.LAST);
        }
      }
      ClipView view = loaded.network().view(1);
      KeptEpoch kept =
          new KeptEpoch(context, loaded::weights, new DeepRecognizer(loaded, name, view, labels));
      learn(Phase.MICRO, loaded, data.micro(), settings.micro(), seed, kept);
      return new TrainedModel(kept.weights(), labels);
    }
  }

  @Override
  public Recognizer open(TrainedModel model, ComputeDevice device) {
    LoadedNetwork<FineTuned> loaded = load(device, model.weights(), model.labels());
    return new DeepRecognizer(loaded, name, loaded.network().view(1), model.labels());
  }

  private byte[] macroStage(LabelledExamples macro, FitContext context) {
    SeedPath seed = context.runSeed().child(name).child("macro");
    String key =
        "%s|macro|%s|%s|%s|%s|%s|%s|%s"
            .formatted(
                name,
                settings.macro(),
                settings.balance(),
                settings.width(),
                side,
                augmentation,
                seed.path(),
                macro.key());
    return context
        .work()
        .once(
            Phase.MACRO,
            key,
            () -> {
              try (LoadedNetwork<FineTuned> loaded =
                  random(context.device(), macro.labels(), seed)) {
                learn(Phase.MACRO, loaded, macro, settings.macro(), seed, context.listener());
                return loaded.weights();
              }
            });
  }

  private void learn(
      Phase phase,
      LoadedNetwork<FineTuned> loaded,
      LabelledExamples examples,
      PhaseSettings training,
      SeedPath seed,
      TrainListener listener) {
    TrainingClips clips = new TrainingClips(examples, augmentation).byClass();
    ClipView view = loaded.network().view(1);
    view.require(name, clips.first());
    TrainingClips even = settings.balance() ? clips.balanced() : clips;
    new DeepTraining(loaded, view, training, BatchOrder.SHUFFLED, even).run(phase, seed, listener);
  }

  private LoadedNetwork<FineTuned> random(
      ComputeDevice device, List<String> labels, SeedPath seed) {
    FineTuned network = new FineTuned(labels.size(), side, settings.width());
    return LoadedNetwork.random(device, network, network.start(), seed, network.view(1).shapes());
  }

  private LoadedNetwork<FineTuned> load(ComputeDevice device, byte[] weights, List<String> labels) {
    FineTuned network = new FineTuned(labels.size(), side, settings.width());
    return LoadedNetwork.of(device, weights, network, network.view(1).shapes());
  }
}
