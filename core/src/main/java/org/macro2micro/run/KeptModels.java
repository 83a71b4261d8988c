package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;
import org.macro2micro.experiment.ModelRecord;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.method.TrainedModel;

/**
 * The trained models of a run, where they are wanted.
 *
 * @param wanted whether any are kept
 * @param directory the run's folder
 * @param settings all settings as names and values
 * @param provenance where they come from
 * @param cards writes what people must know of them
 */
record KeptModels(
    boolean wanted,
    RunDirectory directory,
    Map<String, Object> settings,
    Provenance provenance,
    ModelCards cards) {
  /** Whether a fold must be trained, though its result may be there, to get its model. */
  boolean lacks(Row row, Subject heldOut, String key) {
    return wanted && !SavedModel.isKept(directory.modelFile(row, heldOut), key);
  }

  /**
   * Keeps a fold's model if models are wanted.
   *
   * @param training the clips that it has learnt from
   */
  void keep(Row row, Subject heldOut, String key, TrainedModel model, Collection<ClipId> training)
      throws IOException {
    if (wanted) {
      Path weights = directory.modelFile(row, heldOut);
      new SavedModel.Origins(
              row, List.of(heldOut.toString()), settings, ModelRecord.Origin.of(provenance), key)
          .write(
              weights, model, record -> cards.write(weights, record, training, Optional.empty()));
    }
  }

  /**
   * Says on the card of a fold's model what the run has measured, if models are wanted.
   *
   * @param training the clips that it has learnt from
   */
  void tell(Subject heldOut, Collection<ClipId> training, RowScores measured) throws IOException {
    Path weights = directory.modelFile(measured.row(), heldOut);
    if (wanted && Files.exists(weights)) {
      ModelRecord record = ModelRecord.read(SavedModel.beside(weights));
      cards.write(weights, record, training, Optional.of(measured));
    }
  }
}
