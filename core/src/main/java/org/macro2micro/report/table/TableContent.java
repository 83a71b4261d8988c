package org.macro2micro.report.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Provenance;

/**
 * All that a page of the paper's table tells. Texts are plain: the page escapes them.
 *
 * @param table what was measured
 * @param problems what readers corrected, skipped or left out, a line each; may be empty
 * @param settings every setting: names to texts, numbers, booleans, lists and maps of these
 * @param provenance where the numbers come from, if known
 */
public record TableContent(
    PaperTable table,
    List<String> problems,
    Map<String, Object> settings,
    Optional<Provenance> provenance) {
  public TableContent {
    problems = List.copyOf(problems);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The page of a table alone. */
  public static TableContent of(PaperTable table) {
    return new TableContent(table, List.of(), Map.of(), Optional.empty());
  }
}
