package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.experiment.CurvePoint;
import org.macro2micro.experiment.Fold;
import org.macro2micro.experiment.FoldResult;
import org.macro2micro.experiment.MacroCheck;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.Method;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.proposed.InitialTrunks;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Phase;
import org.macro2micro.train.TrainListener;

/** Trains and tests one fold after the other, all rows of a fold in turn. */
final class FoldRunner {
  private final ExperimentSettings settings;
  private final RunDirectory directory;
  private final ClipSource micro;
  private final @Nullable MacroTeacher macro;
  private final RunKeys keys;
  private final RunListener listener;
  private final KeptModels models;
  private final StoredWork shared;
  private final SeedPath seed;
  private final RowMethods methods;
  private long epochsDone;

  FoldRunner(
      ExperimentSettings settings,
      Path out,
      RunDirectory directory,
      ClipSource micro,
      @Nullable MacroTeacher macro,
      RunKeys keys,
      RunListener listener,
      @Nullable InitialTrunks initial,
      KeptModels models) {
    this.models = models;
    this.settings = settings;
    this.directory = directory;
    this.micro = micro;
    this.macro = macro;
    this.keys = keys;
    this.listener = listener;
    Path work = settings.work();
    shared = new StoredWork(work == null ? out.resolve("work") : work);
    seed = SeedPath.root(settings.seed());
    methods = RowMethods.of(settings, settings.rows(), initial);
  }

  /** Trains MaNet, or finds it, and measures it on the macro subjects kept aside. */
  Optional<MacroCheck> checkMacro() throws IOException {
    if (macro == null || macro.heldOut().isEmpty()) {
      return Optional.empty();
    }
    Optional<MacroCheck> kept = directory.findMacroCheck(keys.macro());
    if (kept.isPresent()) {
      return kept;
    }
    listener.begin("train MaNet", settings.phases().macro().epochs());
    List<CurvePoint> curve = new ArrayList<>();
    TrainListener heard =
        (phase, epoch, epochs, losses, norms) -> {
          curve.add(new CurvePoint("MaNet", phase, epoch, losses, norms));
          listener.done(epoch);
        };
    TrainingData data = trainingData(List.of());
    List<Prediction> predictions;
    try (Recognizer maNet =
        methods.maNet().maNet(data, new FitContext(seed, seed.child("macro"), shared, heard))) {
      predictions = maNet.predict(macro.heldOut(), macro.source().pixels()::get);
    }
    int right = 0;
    for (Prediction prediction : predictions) {
      if (prediction.label().equals(macro.source().truth().get(prediction.id()))) {
        right++;
      }
    }
    MacroCheck check =
        new MacroCheck(
            macro.examples().examples().size(),
            macro.source().scheme().labels().size(),
            right,
            predictions,
            curve);
    directory.save(check, keys.macro());
    return Optional.of(check);
  }

  /** The results of all rows for one person, kept ones as they are. */
  List<FoldResult> run(Fold fold) throws IOException {
    String name = fold.heldOut().database() + "_" + fold.heldOut().id();
    StoredWork own = new StoredWork(shared.folder().resolve("fold-" + name));
    List<FoldResult> results = new ArrayList<>();
    long before = epochsDone;
    for (String row : settings.rows()) {
      String key = keys.fold(row, fold.heldOut());
      Optional<FoldResult> kept =
          models.lacks(row, fold.heldOut(), key)
              ? Optional.empty()
              : directory.find(row, fold.heldOut(), key);
      FoldResult result = kept.isPresent() ? kept.get() : fit(row, fold, own, key);
      if (kept.isEmpty()) {
        directory.save(result, key);
      }
      results.add(result);
    }
    if (settings.work() == null) {
      own.discard();
    }
    epochsDone = before + RowMethods.epochsPerFold(settings);
    listener.done(epochsDone);
    return results;
  }

  private FoldResult fit(String row, Fold fold, StoredWork own, String key) throws IOException {
    Method method = methods.of(row);
    List<CurvePoint> curve = new ArrayList<>();
    String work = "fold %s row %s".formatted(fold.heldOut(), row);
    TrainListener heard =
        (phase, epoch, epochs, losses, norms) -> {
          curve.add(new CurvePoint(work, phase, epoch, losses, norms));
          if (phase != Phase.MACRO) {
            epochsDone++;
          }
          listener.done(epochsDone);
        };
    SeedPath foldSeed = seed.child("fold").child(fold.heldOut().toString());
    SelectionJudge.Split split =
        SelectionJudge.split(settings.selection(), fold, micro, settings.validationShare(), seed);
    FitContext context =
        new FitContext(seed, foldSeed, new FoldWork(shared, own), heard, split.judge());
    long start = System.nanoTime();
    List<Prediction> predictions;
    TrainedModel model = method.train(trainingData(split.training()), context);
    models.keep(row, fold.heldOut(), key, model);
    try (Recognizer recognizer = method.open(model)) {
      predictions = recognizer.predict(fold.test(), micro.pixels()::get);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new FoldResult(fold.heldOut(), row, predictions, curve, seconds);
  }

  private TrainingData trainingData(List<ClipId> training) {
    LabelledExamples examples =
        micro.examples(
            TrainingShare.of(settings.micro().trainingShare(), training, micro.truth(), seed));
    return macro == null
        ? new TrainingData(examples, null, List.of())
        : new TrainingData(examples, macro.examples(), macro.counterparts());
  }
}
