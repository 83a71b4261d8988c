package org.macro2micro.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.macro2micro.base.Sha256;
import org.macro2micro.base.WholeFile;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.ModelRecord;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.preprocess.PreprocessSettings;

/**
 * A trained model on disk: weights as safetensors, and beside them a JSON file of the same name
 * with everything else that predicting needs. The {@link org.macro2micro.report.model.ModelCard}
 * beside both is for people; nothing reads it.
 *
 * @param record what the JSON says
 * @param settings the same settings, bound
 * @param model recognises prepared clips
 * @param device where its network computes, whatever it was trained on
 */
public record SavedModel(
    ModelRecord record, ExperimentSettings settings, TrainedModel model, ComputeDevice device) {
  private static final String WEIGHTS = ".safetensors";

  /** Writes the card of a model. */
  @FunctionalInterface
  interface CardWriting {
    /** Writes the card of the model with this record. */
    void write(ModelRecord record) throws IOException;
  }

  /**
   * Where a model comes from.
   *
   * @param row the row of the table that was trained
   * @param heldOut whom it has not seen
   * @param settings all settings as names and values
   * @param origin software, machine, seeds and data
   * @param key a digest of all that the weights depend on
   */
  record Origins(
      Row row,
      List<String> heldOut,
      Map<String, Object> settings,
      ModelRecord.Origin origin,
      String key) {
    /**
     * Writes both files and the card, each whole or not at all, the JSON last: it vouches for the
     * weights.
     *
     * @param weights MODEL.safetensors
     * @param card writes the card
     */
    void write(Path weights, TrainedModel model, CardWriting card) throws IOException {
      WholeFile.write(weights, model.weights());
      ModelRecord record =
          new ModelRecord(
              ModelRecord.FORMAT,
              row,
              model.labels(),
              heldOut,
              settings,
              origin,
              key,
              Sha256.hex(model.weights()));
      card.write(record);
      record.write(beside(weights));
    }
  }

  /**
   * Reads both files.
   *
   * @param weights MODEL.safetensors
   * @throws IOException if a file is missing or damaged, or the two are not of one model
   * @throws SettingsException if the settings in the JSON can't be used
   */
  public static SavedModel read(Path weights) throws IOException, SettingsException {
    requireWeights(weights);
    Path json = beside(weights);
    ModelRecord record;
    byte[] bytes;
    try {
      record = ModelRecord.read(json);
      bytes = Files.readAllBytes(weights);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "model %s: %s is missing; a model is both files"
              .formatted(weights, Path.of(e.getFile()).getFileName()),
          e);
    }
    String found = Sha256.hex(bytes);
    if (!found.equals(record.weightsSha256())) {
      throw new IOException(
          "model %s: found SHA-256 %s, but %s is of weights with %s; copy both files of the model again"
              .formatted(weights, found, json.getFileName(), record.weightsSha256()));
    }
    ExperimentSettings settings =
        ExperimentFile.ofRecord(json.toString(), record.settings()).settings();
    try {
      TrainedModel model = new TrainedModel(bytes, record.labels());
      return new SavedModel(record, settings, model, ComputeDevice.AUTO);
    } catch (IllegalArgumentException e) {
      throw new IOException("%s: %s".formatted(json, e.getMessage()), e);
    }
  }

  /** The same on another device. */
  public SavedModel on(ComputeDevice other) {
    return new SavedModel(record, settings, model, other);
  }

  /**
   * Loads it into native memory.
   *
   * @throws UncheckedIOException if the weights are not those of the method in the settings
   */
  public Recognizer open() {
    try {
      return RowMethods.of(settings, List.of(record.row())).of(record.row()).open(model, device);
    } catch (IllegalArgumentException e) {
      String message =
          "model of row %s: its weights are not those that the JSON beside them describes (%s); copy both files of the model again"
              .formatted(record.row(), e.getMessage());
      throw new UncheckedIOException(message, new IOException(message, e));
    }
  }

  /** How clips are prepared for it. */
  public PreprocessSettings preparation() {
    return settings.blockOf(record.row()).preprocess();
  }

  /** What it is, in names and values for people. */
  public Map<String, String> description() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("method", record.row().toString());
    lines.put("classes", String.join(", ", record.labels()));
    lines.put("learnt from", String.join(", ", record.origin().dataDigests().keySet()));
    lines.put(
        "has not seen", record.heldOut().isEmpty() ? "-" : String.join(", ", record.heldOut()));
    lines.put("weights, SHA-256", record.weightsSha256());
    return lines;
  }

  /** Whether both files are there, belong together and have this key. */
  static boolean isKept(Path weights, String key) {
    try {
      return Files.exists(weights) && read(weights).record.key().equals(key);
    } catch (IOException | SettingsException damaged) {
      return false;
    }
  }

  /** Says what was named where it can't be a model, such as a video that should come second. */
  private static void requireWeights(Path weights) throws SettingsException {
    String name = String.valueOf(weights.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(WEIGHTS)) {
      if (Files.isDirectory(weights)) {
        throw new SettingsException(
            "model %s: it is a folder; expected a file, MODEL%s".formatted(weights, WEIGHTS));
      }
      return;
    }
    String found;
    if (!Files.exists(weights)) {
      found = "there is no such file";
    } else if (Files.isDirectory(weights)) {
      found = "it is a folder";
    } else if (name.matches(".*\\.(mp4|avi|mov|mkv|webm|wmv|flv|m4v|mpe?g|mts|m2ts|3gp|ts)")) {
      found = "it is a video";
    } else if (name.matches(".*\\.(png|jpe?g|bmp|tiff?|webp|gif)")) {
      found = "it is a picture";
    } else if (name.endsWith(".json")) {
      found = "it is the record beside a model's weights";
    } else {
      found = "its name is not that of a model's weights";
    }
    throw new SettingsException(
        "model %s: %s; expected MODEL%s, which comes first, and what is looked at after it"
            .formatted(weights, found, WEIGHTS));
  }

  /** Where the record of a model lies: MODEL.json beside MODEL.safetensors. */
  static Path beside(Path weights) {
    String name = String.valueOf(weights.getFileName());
    if (!name.endsWith(WEIGHTS)) {
      throw new IllegalArgumentException(
          "model %s: expected the name of its weights, MODEL%s".formatted(weights, WEIGHTS));
    }
    return weights.resolveSibling(name.substring(0, name.length() - WEIGHTS.length()) + ".json");
  }
}
