package org.macro2micro.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.clip.Subject;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.experiment.CurvePoint;
import org.macro2micro.experiment.Fold;
import org.macro2micro.experiment.FoldResult;
import org.macro2micro.experiment.MacroCheck;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.Method;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Phase;
import org.macro2micro.train.TrainListener;

/** Trains and tests one fold after the other, all rows of a fold in turn. */
final class FoldRunner {
  private final TrainingAssembly assembly;
  private final RunDirectory directory;
  private final KeptModels models;
  private final RunListener listener;
  private final StoredWork shared;
  private final SeedPath seed;
  private boolean maNetIsKept;
  private long epochsDone;

  /**
   * @param assembly what the rows learn from, and how
   * @param directory keeps the results
   * @param models keeps the trained models, if they are wanted
   * @param listener is told of each epoch
   */
  FoldRunner(
      TrainingAssembly assembly, RunDirectory directory, KeptModels models, RunListener listener) {
    this.assembly = assembly;
    this.directory = directory;
    this.models = models;
    this.listener = listener;
    shared = StoredWork.of(assembly.settings(), directory.path().resolve("work"));
    seed = assembly.seed();
  }

  /** Trains MaNet, or finds it, and measures it on the macro subjects kept aside. */
  Optional<MacroCheck> checkMacro() throws IOException {
    MacroTeacher macro = assembly.macro().orElse(null);
    if (macro == null || macro.heldOut().isEmpty()) {
      return Optional.empty();
    }
    String key = assembly.macroKey(macro);
    Optional<MacroCheck> kept = directory.findMacroCheck(key);
    if (kept.isPresent()) {
      return kept;
    }
    List<CurvePoint> curve = new ArrayList<>();
    List<Prediction> predictions;
    try (Recognizer maNet = maNet(macro, curve)) {
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
            macro.guide().examples().examples().size(),
            macro.source().scheme().labels().size(),
            right,
            predictions,
            curve);
    directory.save(check, key);
    return Optional.of(check);
  }

  /** Trains what folds share before several processes ask for it, unless that has been done. */
  void trainShared() {
    if (!maNetIsKept) {
      assembly.macro().ifPresent(macro -> maNet(macro, new ArrayList<>()).close());
    }
    for (Row row : assembly.settings().rows()) {
      if (assembly.methods().of(row).isGuided()) {
        FitContext context =
            new FitContext(
                seed, seed.child("macro"), shared, TrainListener.silent(), null, assembly.device());
        assembly.methods().of(row).learnShared(assembly.data(row, List.of()), context);
      }
    }
  }

  private Recognizer maNet(MacroTeacher macro, List<CurvePoint> curve) {
    listener.begin("train MaNet", assembly.methods().ours().macroEpochs());
    TrainListener heard =
        (phase, epoch, epochs, losses, norms) -> {
          curve.add(new CurvePoint("MaNet", phase, epoch, losses, norms));
          listener.done(epoch);
        };
    FitContext context =
        new FitContext(seed, seed.child("macro"), shared, heard, null, assembly.device());
    Recognizer maNet = assembly.methods().ours().maNet(assembly.macroData(macro), context);
    maNetIsKept = true;
    return maNet;
  }

  /** The results of all rows for one person, kept ones as they are. */
  List<FoldResult> run(Fold fold) throws IOException {
    String name = fold.heldOut().database() + "_" + fold.heldOut().id();
    StoredWork own = new StoredWork(shared.folder().resolve("fold-" + name));
    List<FoldResult> results = new ArrayList<>();
    long before = epochsDone;
    for (Row row : assembly.settings().rows()) {
      String key = assembly.keys(row).fold(fold.heldOut());
      Optional<FoldResult> kept = kept(row, fold.heldOut(), key);
      FoldResult result = kept.isPresent() ? kept.get() : fit(row, fold, own, key);
      if (kept.isEmpty()) {
        directory.save(result, key);
      }
      results.add(result);
    }
    if (assembly.settings().work() == null) {
      own.discard();
    }
    epochsDone = before + assembly.methods().epochsPerFold();
    listener.done(epochsDone);
    return results;
  }

  /** The results of all rows for one person; empty if one is not there under its digest. */
  Optional<List<FoldResult>> find(Subject heldOut) throws IOException {
    List<FoldResult> results = new ArrayList<>();
    for (Row row : assembly.settings().rows()) {
      Optional<FoldResult> kept = kept(row, heldOut, assembly.keys(row).fold(heldOut));
      if (kept.isEmpty()) {
        return Optional.empty();
      }
      results.add(kept.get());
    }
    return Optional.of(results);
  }

  private Optional<FoldResult> kept(Row row, Subject heldOut, String key) throws IOException {
    return models.lacks(row, heldOut, key) ? Optional.empty() : directory.find(row, heldOut, key);
  }

  /** Says on the cards of a fold's kept models what the run has measured. */
  void tell(Fold fold, List<RowScores> rows) throws IOException {
    for (RowScores row : rows) {
      ClipSource micro = assembly.micro(row.row());
      models.tell(fold.heldOut(), training(split(fold, micro), micro), row);
    }
  }

  private SelectionJudge.Split split(Fold fold, ClipSource micro) {
    ExperimentSettings settings = assembly.settings();
    return SelectionJudge.split(
        settings.selection(), fold, micro, settings.validationShare(), seed);
  }

  private List<ClipId> training(SelectionJudge.Split split, ClipSource micro) {
    double share = assembly.settings().micro().trainingShare();
    return TrainingShare.of(share, split.training(), micro.truth(), seed);
  }

  private FoldResult fit(Row row, Fold fold, StoredWork own, String key) throws IOException {
    ClipSource micro = assembly.micro(row);
    Method method = assembly.methods().of(row);
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
    SelectionJudge.Split split = split(fold, micro);
    List<ClipId> training = training(split, micro);
    FitContext context =
        new FitContext(
            seed, foldSeed, new FoldWork(shared, own), heard, split.judge(), assembly.device());
    long start = System.nanoTime();
    List<Prediction> predictions;
    TrainedModel model = method.train(assembly.data(row, training), context);
    models.keep(row, fold.heldOut(), key, model, training);
    try (Recognizer recognizer = method.open(model, assembly.device())) {
      predictions = recognizer.predict(fold.test(), micro.pixels()::get);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new FoldResult(fold.heldOut(), row, predictions, curve, seconds);
  }
}
