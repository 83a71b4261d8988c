package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.experiment.ModelRecord;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.proposed.InitialTrunks;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Phase;

/**
 * Trains one model on all clips of a database, for use on other people. Nobody is held out, so it
 * has no score: what a model trained like it can do is what {@link ExperimentRun} measures with the
 * same settings. A training that was stopped goes on where it was.
 */
public final class ModelTraining {
  private final ExperimentFile file;
  private final Path work;
  private final RunListener listener;

  /**
   * @param file databases and settings; its only row is the method
   * @param work folder of prepared clips and trained pieces; created if needed
   * @param listener hears of progress
   */
  public ModelTraining(ExperimentFile file, Path work, RunListener listener) {
    this.file = file;
    this.work = work;
    this.listener = listener;
  }

  /**
   * A trained model.
   *
   * @param weights MODEL.safetensors; MODEL.json lies beside it
   * @param row what was trained
   * @param labels its classes
   * @param clips micro clips it has learnt from
   * @param subjects people they show
   * @param macroClips macro clips it has learnt from; 0 for none
   * @param problems what was corrected, left out or noted, a line each
   */
  public record Outcome(
      Path weights,
      String row,
      List<String> labels,
      int clips,
      int subjects,
      int macroClips,
      List<String> problems) {}

  /**
   * Trains and writes the model.
   *
   * @param weights MODEL.safetensors, written whole or not at all
   * @throws SettingsException if a setting can't be used with the databases found
   * @throws DatasetException if a database can't be read
   * @throws IOException if a file can't be written or read
   */
  public Outcome write(Path weights) throws SettingsException, DatasetException, IOException {
    ExperimentSettings settings = file.settings();
    requireOneRowAndTheLastEpoch(settings);
    String row = settings.rows().get(0);
    InitialTrunks initial = InitialWeights.load(settings.init()).orElse(null);
    SourceLoader loader = new SourceLoader(settings, work, listener);
    ClipSource micro = loader.micro();
    List<String> problems = new ArrayList<>(micro.problems());
    Map<String, String> digests = new LinkedHashMap<>();
    digests.put("micro " + micro.database(), micro.pixels().digest());
    TrainingData data = new TrainingData(micro.examples(micro.truth().keySet()), null, List.of());
    int macroClips = 0;
    RunKeys.Content macroContent = RunKeys.Content.NONE;
    if (settings.needsMacro()) {
      ClipSource macro = loader.macro();
      MacroTeacher teacher = new MacroTeacher(settings, macro, micro.scheme());
      data = new TrainingData(data.micro(), teacher.examples(), teacher.counterparts());
      macroClips = teacher.examples().examples().size();
      macroContent = RunKeys.Content.of(macro);
      digests.put("macro " + macro.database(), macro.pixels().digest());
      problems.addAll(macro.problems());
    }
    if (initial != null) {
      digests.put("init.weights", initial.weights().digest());
    }
    SeedPath seed = SeedPath.root(settings.seed());
    listener.begin("train " + row + " on all clips", RowMethods.epochsPerFold(settings));
    long[] epochs = {0};
    FitContext context =
        new FitContext(
            seed,
            seed.child("all clips"),
            new StoredWork(work.resolve("work")),
            (phase, epoch, all, losses, norms) ->
                listener.done(phase == Phase.MACRO ? 0 : ++epochs[0]));
    TrainedModel model =
        RowMethods.of(settings, List.of(row), initial).of(row).train(data, context);
    Provenance provenance =
        Provenance.now(Product.version(), Product.libraries(), List.of(settings.seed()), digests);
    String key =
        new RunKeys(
                file.tree(),
                settings.selection(),
                RunKeys.Content.of(micro),
                macroContent,
                digests.getOrDefault("init.weights", ""))
            .all(row);
    SavedModel.write(
        weights, model, row, List.of(), file.tree(), ModelRecord.Origin.of(provenance), key);
    int subjects = (int) micro.truth().keySet().stream().map(id -> id.subject()).distinct().count();
    return new Outcome(
        weights, row, model.labels(), micro.truth().size(), subjects, macroClips, problems);
  }

  private static void requireOneRowAndTheLastEpoch(ExperimentSettings settings)
      throws SettingsException {
    if (settings.rows().size() != 1) {
      throw new SettingsException(
          "train: found rows %s, expected one; name it with --row".formatted(settings.rows()));
    }
    if (settings.selection() != ModelSelection.LAST_EPOCH) {
      throw new SettingsException(
          "train: found selection=%s, expected last-epoch: with nobody held out there is nobody to select by"
              .formatted(settings.selection()));
    }
  }
}
