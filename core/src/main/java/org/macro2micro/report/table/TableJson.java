package org.macro2micro.report.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.macro2micro.experiment.ColumnTask;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.metric.Interval;

/**
 * The paper's table as JSON for other programs: what {@link
 * org.macro2micro.experiment.PaperTable#write} keeps, and beside it the names, the paper's numbers
 * and the notes. A number that is not there is null.
 */
final class TableJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TableJson() {}

  static String of(TableView view) {
    ObjectNode root = JSON.createObjectNode();
    root.put("table", view.table().number()).put("title", view.table().title());
    ArrayNode columns = root.putArray("columns");
    view.groups().forEach(group -> columns.add(group(view, group)));
    ArrayNode missing = root.putArray("missing");
    view.table().missing().forEach(key -> missing.add(key.toString()));
    root.put("comparisons", view.table().comparisons());
    view.notes().forEach(root.putArray("notes")::add);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError("texts and numbers always become JSON", e);
    }
  }

  private static ObjectNode group(TableView view, TableGroup group) {
    ColumnTask task = group.column().task();
    ObjectNode node = JSON.createObjectNode();
    node.put("head", group.name());
    texts(node.putArray("micro"), task.key().micro());
    node.put("macro", task.key().macro());
    texts(node.putArray("generated"), task.generated());
    node.put("part", group.part()).put("scheme", task.scheme());
    texts(node.putArray("labels"), task.labels());
    node.put("clips", group.column().clips()).put("subjects", group.column().subjects());
    node.put("selection", task.selection().head());
    group.column().seeds().forEach(node.putArray("seeds")::add);
    ArrayNode cells = node.putArray("cells");
    view.lines(group).forEach(line -> cells.add(cell(line)));
    return node;
  }

  private static ObjectNode cell(TableLine line) {
    ObjectNode node = JSON.createObjectNode();
    node.put("row", line.measured().row().toString());
    node.put("name", PaperNames.row(line.measured().row()));
    node.put("score", line.metric().key()).put("measured", line.measured().mean());
    interval(node.putArray("interval"), line.measured().interval());
    line.measured().bySeed().forEach(node.putArray("by_seed")::add);
    node.put("paper", line.paper().orElse(null));
    if (line.difference().isPresent()) {
      RowDifference difference = line.difference().get();
      ObjectNode versus = node.putObject("versus_c");
      versus.put("difference", difference.difference());
      interval(versus.putArray("interval"), difference.interval());
      versus.put("p", difference.p());
    } else {
      node.putNull("versus_c");
    }
    return node;
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static void interval(ArrayNode array, Interval interval) {
    array.add(interval.low()).add(interval.high());
  }
}
