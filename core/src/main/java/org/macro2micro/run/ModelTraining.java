package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.experiment.ModelRecord;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.report.model.ModelCard;
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
   * @param listener is told of the progress
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
   * @param card MODEL.md: what people must know of the model
   * @param row what was trained
   * @param labels its classes
   * @param clips micro clips it has learnt from
   * @param subjects people they show
   * @param macroClips macro clips it has learnt from; 0 for none
   * @param problems what was corrected, left out or noted, a line each
   */
  public record Outcome(
      Path weights,
      Path card,
      Row row,
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
    noteWhatIsReplaced(weights);
    Row row = settings.rows().get(0);
    TrainingAssembly assembly = TrainingAssembly.of(file, work, new ReadDatabases(), listener);
    ClipSource micro = assembly.micro(row);
    SeedPath seed = assembly.seed();
    listener.begin("train " + row + " on all clips", assembly.methods().epochsPerFold());
    long[] epochs = {0};
    FitContext context =
        new FitContext(
            seed,
            seed.child("all clips"),
            StoredWork.of(assembly.settings(), work.resolve("work")),
            (phase, epoch, all, losses, norms) ->
                listener.done(phase == Phase.MACRO ? 0 : ++epochs[0]),
            null,
            assembly.device());
    TrainedModel model =
        assembly.methods().of(row).train(assembly.data(row, micro.truth().keySet()), context);
    new SavedModel.Origins(
            row,
            List.of(),
            assembly.file().tree(),
            ModelRecord.Origin.of(assembly.provenance()),
            assembly.keys(row).all())
        .write(
            weights,
            model,
            record ->
                new ModelCards(assembly)
                    .write(weights, record, micro.truth().keySet(), Optional.empty()));
    int subjects = (int) micro.truth().keySet().stream().map(id -> id.subject()).distinct().count();
    int macroClips =
        assembly.macro(row).map(teacher -> teacher.guide().examples().examples().size()).orElse(0);
    return new Outcome(
        weights,
        ModelCard.beside(weights),
        row,
        model.labels(),
        micro.truth().size(),
        subjects,
        macroClips,
        assembly.problems());
  }

  /** A model of other settings must not vanish without a word. */
  private void noteWhatIsReplaced(Path weights) throws IOException {
    if (!Files.exists(weights)) {
      return;
    }
    String what;
    try {
      String differences =
          ReplacedSettings.between(SavedModel.read(weights).record().settings(), file.tree());
      if (differences.isEmpty()) {
        return;
      }
      what = "a model of other settings, which is replaced: " + differences;
    } catch (IOException | SettingsException notAModel) {
      what = "something that can't be read as a model, which is replaced";
    }
    listener.note(
        "note: %s holds %s; to keep it, stop this and name another --out".formatted(weights, what));
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
