package org.macro2micro.report.table;

import java.util.List;
import java.util.stream.Collectors;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.experiment.TableColumn;
import org.macro2micro.metric.Score;

/**
 * The scores that stand under one head of the paper's table: a column's, over all of its clips or
 * over one database's.
 *
 * @param column what was measured
 * @param part {@link Scoreboard#ALL} or a database
 * @param name the head, such as "CASME II (CK+)"
 * @param metrics one a column of numbers
 */
record TableGroup(TableColumn column, String part, String name, List<Score> metrics) {
  /** Whether rows are compared here: over all clips only. */
  boolean compares() {
    return part.equals(Scoreboard.ALL) && !column.differences().isEmpty();
  }

  boolean leaks() {
    return column.task().selection() == ModelSelection.TEST_SELECTED;
  }

  /** "last epoch, 3 seeds". */
  String selection() {
    int seeds = column.seeds().size();
    return column.task().selection().head() + ", " + seeds + (seeds == 1 ? " seed" : " seeds");
  }

  /** "seeds 1, 2, 3". */
  String seeds() {
    return (column.seeds().size() == 1 ? "seed " : "seeds ")
        + column.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** The whole head as one line, for what is listed by itself. */
  String caption() {
    return "%s: model selection %s, %s; %s"
        .formatted(name, column.task().selection().head(), seeds(), task());
  }

  private String task() {
    String labels = String.join(", ", column.task().labels());
    return part.equals(Scoreboard.ALL)
        ? "%d clips of %d subjects; scheme %s: %s"
            .formatted(column.clips(), column.subjects(), column.task().scheme(), labels)
        : "scheme %s: %s".formatted(column.task().scheme(), labels);
  }
}
