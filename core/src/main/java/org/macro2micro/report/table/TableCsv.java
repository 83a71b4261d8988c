package org.macro2micro.report.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macro2micro.experiment.ColumnTask;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.metric.Interval;

/**
 * The paper's table as CSV (RFC 4180), a line a number, with all digits; what is not there is
 * empty.
 */
final class TableCsv {
  private static final List<String> HEAD =
      List.of(
          "table",
          "head",
          "micro",
          "macro",
          "generated",
          "scheme",
          "clips",
          "subjects",
          "selection",
          "seeds",
          "part",
          "row",
          "score",
          "measured",
          "low",
          "high",
          "by_seed",
          "paper",
          "less_c",
          "less_c_low",
          "less_c_high",
          "p");

  private TableCsv() {}

  static String of(TableView view) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(HEAD);
      for (TableGroup group : view.groups()) {
        view.lines(group).forEach(line -> csv.writeRecord(fields(view, group, line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("report: writing to memory", e);
    }
    return text.toString();
  }

  private static List<String> fields(TableView view, TableGroup group, TableLine line) {
    ColumnTask task = group.column().task();
    Optional<RowDifference> difference = line.difference();
    Interval interval = line.measured().interval();
    return List.of(
        String.valueOf(view.table().number()),
        group.name(),
        String.join(" ", task.key().micro()),
        task.key().macro(),
        String.join(" ", task.generated()),
        task.scheme(),
        String.valueOf(group.column().clips()),
        String.valueOf(group.column().subjects()),
        task.selection().head(),
        joined(group.column().seeds()),
        group.part(),
        line.measured().row().toString(),
        line.metric().key(),
        String.valueOf(line.measured().mean()),
        String.valueOf(interval.low()),
        String.valueOf(interval.high()),
        joined(line.measured().bySeed()),
        text(line.paper()),
        text(difference.map(RowDifference::difference)),
        text(difference.map(d -> d.interval().low())),
        text(difference.map(d -> d.interval().high())),
        text(difference.map(RowDifference::p)));
  }

  private static String joined(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String text(Optional<Double> value) {
    return value.map(String::valueOf).orElse("");
  }
}
