package org.macro2micro.method.guided;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.KeptEpoch;
import org.macro2micro.method.MacroForm;
import org.macro2micro.method.Method;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.deep.DeepRecognizer;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.ClipView;

/** {@link Emr}, trained on a fold's micro clips and on all macro clips at once. */
final class EmrMethod implements Method {
  private final String name;
  private final Emr.Settings settings;
  private final Augmentation augmentation;

  EmrMethod(String name, Emr.Settings settings, Augmentation augmentation) {
    this.name = name;
    this.settings = settings;
    this.augmentation = augmentation;
  }

  @Override
  public boolean isGuided() {
    return settings.macro() == Emr.MacroUse.FUSED;
  }

  @Override
  public MacroForm macroForm() {
    return new MacroForm(settings.macroUntil(), OptionalDouble.of(settings.macroMagnification()));
  }

  @Override
  public SortedMap<String, Integer> epochs() {
    return new TreeMap<>(Map.of(name, settings.training().epochs()));
  }

  @Override
  public TrainedModel train(TrainingData data, FitContext context) {
    if (isGuided()) {
      data.requireGuide(name);
    }
    List<String> labels = data.micro().labels();
    BothDomains clips = BothDomains.of(isGuided() ? data : TrainingData.of(data.micro()));
    TrainingClips varied = new TrainingClips(clips.examples(), augmentation);
    SeedPath seed = context.foldSeed().child(name);
    Emr network = new Emr(labels.size(), settings);
    ClipView view = network.view(1);
    view.require(name, varied.first());
    view.require(name, varied.clip(varied.size() - 1));
    try (LoadedNetwork<Emr> loaded =
        LoadedNetwork.random(context.device(), network, network.start(), seed, view.shapes())) {
      KeptEpoch kept =
          new KeptEpoch(context, loaded::weights, new DeepRecognizer(loaded, name, view, labels));
      new EmrTraining(loaded, view, settings, clips, varied).run(seed, kept);
      return new TrainedModel(kept.weights(), labels);
    }
  }

  @Override
  public Recognizer open(TrainedModel model, ComputeDevice device) {
    Emr network = new Emr(model.labels().size(), settings);
    ClipView view = network.view(1);
    return new DeepRecognizer(
        LoadedNetwork.of(device, model.weights(), network, view.shapes()),
        name,
        view,
        model.labels());
  }
}
