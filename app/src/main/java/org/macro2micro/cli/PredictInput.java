package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/**
 * What the words of {@code predict} name.
 *
 * @param model names the classes, or nothing if movements alone are wanted
 * @param paths of clips or videos, or lists of them; at least one, and each is not blank
 */
record PredictInput(Optional<Path> model, List<Path> paths) {
  private static final String WEIGHTS = ".safetensors";

  PredictInput {
    paths = List.copyOf(paths);
  }

  /**
   * Tells model and paths apart: the first is the model, unless movements alone are wanted.
   *
   * @param words at least one
   * @param reading makes paths of words
   * @throws InputException if a path is blank, or the model or the clips are missing, or a model is
   *     not wanted
   */
  static PredictInput of(List<String> words, boolean isMovementOnly, PathText reading)
      throws InputException {
    List<Path> given = new ArrayList<>();
    for (String word : words) {
      try {
        given.add(reading.convert(word));
      } catch (TypeConversionException e) {
        throw new InputException(
            "predict: path %d: %s".formatted(given.size() + 1, e.getMessage()));
      }
    }
    if (!isMovementOnly) {
      if (given.size() < 2) {
        throw new InputException(
            "predict: %s stands alone; expected MODEL%s and then at least one clip or video"
                .formatted(given.get(0), WEIGHTS));
      }
      return new PredictInput(Optional.of(given.get(0)), given.subList(1, given.size()));
    }
    for (Path path : given) {
      if (path.toString().toLowerCase(Locale.ROOT).endsWith(WEIGHTS)) {
        throw new InputException(
            "predict: %s is a model, and with --movement-only nothing is named; leave one of them out"
                .formatted(path));
      }
    }
    return new PredictInput(Optional.empty(), given);
  }
}
