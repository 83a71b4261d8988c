package org.macro2micro.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.run.ModelTraining;
import org.macro2micro.run.RunListener;

/** Trains a model in a second or two, which names something and need not be right. */
public final class TinyModel {
  /** The name of the model. */
  public static final String NAME = "tiny";

  private static final String EXPERIMENT =
      """
      title: tiny
      micro:
        lab: {subjects: 3, clips: 4, frames: 5, size: 32}
      macro:
        lab: {subjects: 2, clips: 3, frames: 4, size: 32}
        held-out-share: 0
      preprocess: {size: 32, frames: 4, input: onset-difference}
      rows: [c]
      methods:
        macro-to-micro:
          network: {width: 4, sampling-intervals: 2}
          phases:
            macro: {epochs: 1, batch: 8}
            micro: {epochs: 1, batch: 4}
      """;

  private TinyModel() {}

  /** Trains the model and returns its file. */
  public static Path write(Path folder) throws IOException, SettingsException, DatasetException {
    Path model = folder.resolve(NAME + ".safetensors");
    ExperimentFile file = ExperimentFile.parse("tiny.yaml", EXPERIMENT, List.of());
    new ModelTraining(file, folder.resolve("training"), RunListener.silent()).write(model);
    return model;
  }
}
