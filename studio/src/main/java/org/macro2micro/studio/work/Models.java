package org.macro2micro.studio.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macro2micro.config.SettingsException;
import org.macro2micro.preprocess.Input;
import org.macro2micro.run.SavedModel;

/**
 * The models that callers may choose.
 *
 * @param all the models, of which the first finds movements alone
 */
public record Models(List<Model> all) {
  private static final String ENDING = ".safetensors";
  private static final long MOST_CARD_BYTES = 1_000_000;

  public Models {
    all = List.copyOf(all);
  }

  /**
   * Reads the models of some files of weights, with what is written beside the weights.
   *
   * @throws IOException if a model is missing or damaged
   */
  public static Models read(List<Path> weights) throws IOException {
    List<Model> models = new ArrayList<>(List.of(Model.MOVEMENT));
    for (Path file : weights) {
      try {
        models.add(read("model-" + models.size(), file));
      } catch (SettingsException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    return new Models(models);
  }

  private static Model read(String id, Path weights) throws IOException, SettingsException {
    SavedModel saved = SavedModel.read(weights);
    String file = String.valueOf(weights.getFileName());
    String name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    Path card = weights.resolveSibling(name + ".md");
    boolean isThere = Files.isRegularFile(card) && Files.size(card) <= MOST_CARD_BYTES;
    return new Model(
        id,
        name,
        Optional.of(weights.toAbsolutePath()),
        saved.record().row().toString(),
        saved.record().labels(),
        saved.preparation().input() == Input.FLOW ? "flow" : "frame",
        isThere ? Files.readString(card) : null);
  }

  /** Returns a model, or nothing if no model has this name. */
  public Optional<Model> find(String id) {
    return all.stream().filter(model -> model.id().equals(id)).findFirst();
  }
}
