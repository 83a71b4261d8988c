package org.macro2micro.report.table;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.OwnResource;

/**
 * The numbers that the paper prints in its Tables 1 to 5, as printed, and the slips in them. They
 * are read from published.json, a copy of the tables made for comparison only: no score depends on
 * it.
 *
 * @param source the paper
 * @param tables in the paper's order
 */
public record PublishedResults(String source, List<Table> tables) {
  private static final PublishedResults PAPER = load();

  public PublishedResults {
    tables = List.copyOf(tables);
  }

  /**
   * One table.
   *
   * @param number 1 to 5
   * @param columns "COLUMN SCORE" as {@link #published} takes them apart; in Table 1 a class alone
   * @param rows by name, one number a column; null where the paper prints a dash
   * @param slips what is wrong or odd in it
   */
  record Table(
      int number,
      List<String> columns,
      Map<String, List<@Nullable Double>> rows,
      List<Slip> slips) {
    Table {
      columns = List.copyOf(columns);
      rows = new LinkedHashMap<>(rows);
      slips = List.copyOf(slips);
      for (Map.Entry<String, List<@Nullable Double>> row : rows.entrySet()) {
        if (row.getValue().size() != columns.size()) {
          throw new IllegalArgumentException(
              "published table %d, row \"%s\": %d numbers; expected %d"
                  .formatted(number, row.getKey(), row.getValue().size(), columns.size()));
        }
      }
    }
  }

  /**
   * A slip of the paper.
   *
   * @param rows it touches; all if empty
   * @param columns beginnings of the names of the columns it touches; all if empty
   * @param text one sentence
   */
  record Slip(List<String> rows, List<String> columns, String text) {
    Slip {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
    }

    boolean touches(String column) {
      return columns.isEmpty() || columns.stream().anyMatch(column::startsWith);
    }
  }

  /** The paper's. */
  public static PublishedResults paper() {
    return PAPER;
  }

  /**
   * One number as the paper prints it.
   *
   * @param table 1 to 5
   * @param name in Tables 2 and 3 the terms of Eq. 8, such as "c+s"; in 4 and 5 the method's name,
   *     such as "MicroNet" or "ours"; in 1 the database
   * @param column Table 2: "casme2/ckplus"; 3: "ckplus" or "mmi"; 4: "casme2", "smic" or "samm"; 5:
   *     these or "composite"; 1: "negative", "positive", "surprise" or "total"
   * @param score "accuracy", "uf1" or "uar"; empty in Table 1, whose numbers are clips
   * @return the number, in [0, 1] but for Table 1; empty where the paper has none
   */
  public Optional<Double> published(int table, String name, String column, String score) {
    String place = score.isEmpty() ? column : column + " " + score;
    for (Table found : tables) {
      int at = found.columns().indexOf(place);
      List<@Nullable Double> numbers = found.rows().get(name);
      if (found.number() == table && at >= 0 && numbers != null) {
        return Optional.ofNullable(numbers.get(at));
      }
    }
    return Optional.empty();
  }

  /** The names of a table's rows in the paper's order. */
  public List<String> rows(int table) {
    return tables.stream()
        .filter(found -> found.number() == table)
        .flatMap(found -> found.rows().keySet().stream())
        .toList();
  }

  /** The slips that touch any of these columns of a table, in the paper's order. */
  List<String> slips(int table, List<String> columns) {
    List<String> texts = new ArrayList<>();
    for (Table found : tables) {
      for (Slip slip : found.slips()) {
        if (found.number() == table && columns.stream().anyMatch(slip::touches)) {
          texts.add(slip.text());
        }
      }
    }
    return texts;
  }

  private static PublishedResults load() {
    String name = "/org/macro2micro/report/published.json";
    try {
      byte[] json = OwnResource.bytes(PublishedResults.class, name);
      return JsonMapper.builder().build().readValue(json, PublishedResults.class);
    } catch (IOException e) {
      throw new UncheckedIOException("report: cannot read " + name, e);
    }
  }
}
