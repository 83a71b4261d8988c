package org.macro2micro.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.experiment.HoldOut;

/**
 * A run over action units: what is read, which methods tell units, and what is held out.
 *
 * @param folders of databases whose units were coded, by name, at least one
 * @param rows methods by name, at least one, each once
 * @param holdOut a person or a database at a time
 * @param file settings: the methods' blocks, seed, cache and memory
 */
public record UnitRequest(
    Map<String, Path> folders, List<String> rows, HoldOut holdOut, ExperimentFile file) {
  public UnitRequest {
    folders = Collections.unmodifiableMap(new LinkedHashMap<>(folders));
    rows = List.copyOf(rows);
    if (folders.isEmpty()) {
      throw new IllegalArgumentException(
          "units: no database is given; expected DATABASE=FOLDER, such as casme2=FOLDER");
    }
    if (rows.isEmpty() || Set.copyOf(rows).size() != rows.size()) {
      throw new IllegalArgumentException(
          "units: found the methods %s, expected at least one, each once".formatted(rows));
    }
  }
}
