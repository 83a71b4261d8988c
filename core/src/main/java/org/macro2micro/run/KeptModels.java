package org.macro2micro.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.macro2micro.clip.Subject;
import org.macro2micro.experiment.ModelRecord;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.method.TrainedModel;

/**
 * The trained models of a run, where they are wanted.
 *
 * @param wanted whether any are kept
 * @param directory the run's folder
 * @param settings all settings as names and values
 * @param provenance where they come from
 */
record KeptModels(
    boolean wanted, RunDirectory directory, Map<String, Object> settings, Provenance provenance) {
  /** Whether a fold must be trained, though its result may be there, to get its model. */
  boolean lacks(Row row, Subject heldOut, String key) {
    return wanted && !SavedModel.isKept(directory.modelFile(row, heldOut), key);
  }

  /** Keeps a fold's model if models are wanted. */
  void keep(Row row, Subject heldOut, String key, TrainedModel model) throws IOException {
    if (wanted) {
      new SavedModel.Origins(
              row, List.of(heldOut.toString()), settings, ModelRecord.Origin.of(provenance), key)
          .write(directory.modelFile(row, heldOut), model);
    }
  }
}
