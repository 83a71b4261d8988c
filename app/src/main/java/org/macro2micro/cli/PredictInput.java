package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the words of {@code predict} name.
 *
 * @param model names the classes; empty if none is to be named
 * @param paths of clips or videos, or lists of them; at least one, none blank
 */
record PredictInput(Optional<Path> model, List<Path> paths) {
  private static final String WEIGHTS = ".safetensors";

  PredictInput {
    paths = List.copyOf(paths);
  }

  /**
   * Tells model and paths apart: the first is the model, unless movements alone are wanted.
   *
   * @throws InputException if one is missing, blank, or not wanted
   */
  static PredictInput of(List<Path> given, boolean isMovementOnly) throws InputException {
    for (Path path : given) {
      if (path.toString().isBlank()) {
        throw new InputException("predict: a path is empty; expected a folder, a video or a list");
      }
    }
    if (!isMovementOnly) {
      if (given.size() < 2) {
        throw new InputException(
            "predict: %s stands alone; expected MODEL%s and then at least one clip or video"
                .formatted(given.isEmpty() ? "no path" : given.get(0), WEIGHTS));
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
