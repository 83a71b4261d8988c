package org.macro2micro.method.guided;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.macro2micro.method.handcrafted.HandcraftedMethod;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.Phase;

/**
 * {@link Dynamic}: the teacher once for a run, kept in the work store; the student for each fold,
 * and then the machine that sorts by its features. The machine's C is chosen by inner folds over
 * the people of the training clips, all of whom the student has seen. Where a judge chooses the
 * student's epoch, it does so by the layer that the student learns by.
 */
final class DynamicMethod implements Method {
  private final String name;
  private final Dynamic.Settings settings;
  private final int side;
  private final Augmentation augmentation;

  /**
   * @param side height and width of the images in pixels
   */
  DynamicMethod(String name, Dynamic.Settings settings, int side, Augmentation augmentation) {
    this.name = name;
    this.settings = settings;
    this.side = side;
    this.augmentation = augmentation;
  }

  @Override
  public boolean isGuided() {
    return settings.lambda() > 0;
  }

  /** A network alone can be exported, a support vector machine behind one can't. */
  @Override
  public boolean isExportable() {
    return settings.classifier() == Dynamic.Classifier.SOFTMAX;
  }

  @Override
  public SortedMap<String, Integer> epochs() {
    return new TreeMap<>(Map.of(name, settings.student().epochs()));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if no macro clip shows a unit that was coded without doubt
   */
  @Override
  public void learnShared(TrainingData data, FitContext context) {
    LabelledExamples macro = data.requireGuide(name).examples();
    teacher(macro, units(macro), context);
  }

  @Override
  public TrainedModel train(TrainingData data, FitContext context) {
    LabelledExamples micro = data.micro();
    byte[] network = student(data, context);
    if (settings.classifier() == Dynamic.Classifier.SOFTMAX) {
      return new TrainedModel(network, micro.labels());
    }
    try (LoadedNetwork<Dynamic> loaded = load(context.device(), network, micro.labels())) {
      byte[] machine = machine(loaded).train(TrainingData.of(micro), context).weights();
      return new TrainedModel(new StudentModel(network, machine).write(), micro.labels());
    }
  }

  private byte[] student(TrainingData data, FitContext context) {
    LabelledExamples micro = data.micro();
    TrainingClips clips = new TrainingClips(micro, augmentation).byClass();
    if (!isGuided()) {
      return student(clips, Optional.empty(), context);
    }
    LabelledExamples macro = data.requireGuide(name).examples();
    List<Integer> units = units(macro);
    UnitTeacher network = new UnitTeacher(units.size(), settings.width());
    try (LoadedNetwork<UnitTeacher> teacher =
        LoadedNetwork.of(
            context.device(), teacher(macro, units, context), network, view().shapes())) {
      return student(clips, Optional.of(teacher.network()), context);
    }
  }

  private byte[] student(TrainingClips clips, Optional<UnitTeacher> teacher, FitContext context) {
    view().require(name, clips.first());
    List<String> labels = clips.examples().labels();
    SeedPath seed = context.foldSeed().child(name);
    Dynamic network = new Dynamic(labels.size(), side, settings);
    try (LoadedNetwork<Dynamic> loaded =
        LoadedNetwork.random(context.device(), network, network.start(), seed, view().shapes())) {
      KeptEpoch kept =
          new KeptEpoch(context, loaded::weights, new DeepRecognizer(loaded, name, view(), labels));
      new HintedTraining(loaded, settings, clips, teacher).run(seed, kept);
      return kept.weights();
    }
  }

  @Override
  public Recognizer open(TrainedModel model, ComputeDevice device) {
    List<String> labels = model.labels();
    if (settings.classifier() == Dynamic.Classifier.SOFTMAX) {
      return new DeepRecognizer(load(device, model.weights(), labels), name, view(), labels);
    }
    StudentModel parts = StudentModel.read(name, model.weights());
    LoadedNetwork<Dynamic> loaded = load(device, parts.network(), labels);
    try {
      TrainedModel machine = new TrainedModel(parts.machine(), labels);
      return new SortedFeatures(loaded, machine(loaded).open(machine));
    } catch (IllegalArgumentException e) {
      loaded.close();
      throw e;
    }
  }

  /** The method that learns to sort by what a student makes of clips. */
  private HandcraftedMethod machine(LoadedNetwork<Dynamic> student) {
    return new HandcraftedMethod(name, new StudentFeatures(student, name, view()), settings.svm());
  }

  private List<Integer> units(LabelledExamples macro) {
    List<Integer> units = UnitTeacher.frequent(macro.units().values(), settings.units());
    if (units.isEmpty()) {
      throw new IllegalArgumentException(
          "method %s has a teacher of action units, and none of the %d macro clips has a coded one; take a database whose clips are coded (ckplus, mmi), set methods.%s.lambda=0, or leave the row out"
              .formatted(name, macro.examples().size(), name));
    }
    return units;
  }

  private byte[] teacher(LabelledExamples macro, List<Integer> units, FitContext context) {
    SeedPath seed = context.runSeed().child(name).child("teacher");
    String key =
        "%s|teacher|%s|%s|%s|%s|%s|%s|%s|%s"
            .formatted(
                name,
                settings.teacher(),
                units,
                settings.width(),
                side,
                augmentation,
                seed.path(),
                macro.key(),
                new TreeMap<>(macro.units()));
    return context
        .work()
        .once(
            Phase.MACRO,
            key,
            () -> {
              view().require(name, new TrainingClips(macro, augmentation).first());
              UnitTeacher network = new UnitTeacher(units.size(), settings.width());
              try (LoadedNetwork<UnitTeacher> loaded =
                  LoadedNetwork.random(
                      context.device(),
                      network,
                      SeededWeights.TORCHVISION,
                      seed,
                      view().shapes())) {
                new UnitTeaching(loaded, view(), macro, units, augmentation)
                    .run(settings.teacher(), seed, context.listener());
                return loaded.weights();
              }
            });
  }

  private ClipView view() {
    return Dynamic.view(side, 1);
  }

  private LoadedNetwork<Dynamic> load(ComputeDevice device, byte[] weights, List<String> labels) {
    Dynamic network = new Dynamic(labels.size(), side, settings);
    return LoadedNetwork.of(device, weights, network, view().shapes());
  }
}
