package org.macro2micro.method.guided;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.KeptEpoch;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.MacroGuide;
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
import org.macro2micro.train.Phase;

/**
 * {@link MicroNet}: phase 1 of the macro network once for a run, kept in the work store; phase 1 of
 * the micro network and phase 2 for each fold.
 */
final class MicroNetMethod implements Method {
  private final String name;
  private final MicroNet.Settings settings;
  private final Augmentation augmentation;
  private final AtomicReference<@Nullable Known> last = new AtomicReference<>();

  /** What a macro network said; it depends on no fold. */
  private record Known(String key, FrozenExpressions expressions) {}

  MicroNetMethod(String name, MicroNet.Settings settings, Augmentation augmentation) {
    this.name = name;
    this.settings = settings;
    this.augmentation = augmentation;
  }

  @Override
  public boolean isGuided() {
    return settings.macro() == MicroNet.MacroUse.GUIDE && settings.weights().transfer();
  }

  @Override
  public SortedMap<String, Integer> epochs() {
    return new TreeMap<>(
        Map.of(
            name + " micro", settings.phases().micro().epochs(),
            name + " transfer", settings.phases().transfer().epochs()));
  }

  @Override
  public void learnShared(TrainingData data, FitContext context) {
    macroNet(data.requireGuide(name).examples(), context);
  }

  @Override
  public TrainedModel train(TrainingData data, FitContext context) {
    Optional<FrozenExpressions> macro =
        isGuided() ? Optional.of(expressions(data.requireGuide(name), context)) : Optional.empty();
    LabelledExamples micro = data.micro();
    TrainingClips clips = new TrainingClips(micro, augmentation);
    SeedPath seed = context.foldSeed().child(name);
    byte[] apart;
    try (LoadedNetwork<MicroNet> loaded = random(context.device(), micro.labels(), seed)) {
      KeptEpoch kept = kept(loaded, micro.labels(), context);
      new Disentangling(loaded, settings, clips)
          .run(Phase.MICRO, settings.phases().micro(), seed.child("micro"), kept);
      apart = kept.weights();
    }
    try (LoadedNetwork<MicroNet> loaded = load(context.device(), apart, micro.labels())) {
      KeptEpoch kept = kept(loaded, micro.labels(), context);
      new GuidedExpressions(loaded, settings, clips, macro).run(seed.child("transfer"), kept);
      return new TrainedModel(kept.weights(), micro.labels());
    }
  }

  @Override
  public Recognizer open(TrainedModel model, ComputeDevice device) {
    return recognizer(load(device, model.weights(), model.labels()), model.labels());
  }

  private FrozenExpressions expressions(MacroGuide guide, FitContext context) {
    String key = guide.key() + context.runSeed();
    Known known = last.get();
    if (known != null && known.key.equals(key)) {
      return known.expressions;
    }
    LabelledExamples macro = guide.examples();
    try (LoadedNetwork<MicroNet> macroNet =
        load(context.device(), macroNet(macro, context), macro.labels())) {
      FrozenExpressions expressions = FrozenExpressions.of(macroNet, guide);
      last.set(new Known(key, expressions));
      return expressions;
    }
  }

  private byte[] macroNet(LabelledExamples macro, FitContext context) {
    SeedPath seed = context.runSeed().child(name).child("macro");
    MicroNet.Weights weights = settings.weights();
    String key =
        "%s|macro|%s|%s|%s|%s|%s|%s|%s|%s"
            .formatted(
                name,
                settings.phases().macro(),
                List.of(weights.reconstruction(), weights.identity(), weights.person()),
                settings.decoderRate(),
                List.of(settings.reach(), settings.side(), settings.width()),
                augmentation,
                seed.path(),
                macro.labels(),
                macro.key());
    return context
        .work()
        .once(
            Phase.MACRO,
            key,
            () -> {
              try (LoadedNetwork<MicroNet> loaded =
                  random(context.device(), macro.labels(), seed)) {
                new Disentangling(loaded, settings, new TrainingClips(macro, augmentation))
                    .run(Phase.MACRO, settings.phases().macro(), seed, context.listener());
                return loaded.weights();
              }
            });
  }

  private LoadedNetwork<MicroNet> random(ComputeDevice device, List<String> labels, SeedPath seed) {
    MicroNet network = new MicroNet(labels.size(), settings);
    return LoadedNetwork.random(device, network, network.start(), seed, network.view(1).shapes());
  }

  private LoadedNetwork<MicroNet> load(ComputeDevice device, byte[] weights, List<String> labels) {
    MicroNet network = new MicroNet(labels.size(), settings);
    return LoadedNetwork.of(device, weights, network, network.view(1).shapes());
  }

  private KeptEpoch kept(LoadedNetwork<MicroNet> loaded, List<String> labels, FitContext context) {
    return new KeptEpoch(context, loaded::weights, recognizer(loaded, labels));
  }

  private DeepRecognizer recognizer(LoadedNetwork<MicroNet> loaded, List<String> labels) {
    return new DeepRecognizer(loaded, name, loaded.network().view(1), labels);
  }
}
