package org.macro2micro.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.dataset.Inventory;
import org.macro2micro.dataset.InventoryCounts;
import org.macro2micro.dataset.UnitCounts;
import org.macro2micro.report.TextTable;

/** Counts in tables what a database holds. */
final class InventoryTable {
  private static final String ALL = "all";

  private InventoryTable() {}

  /**
   * Returns a table with a row for each person, a column for each of the database's own labels, and
   * the sums.
   */
  static TextTable bySubject(Inventory inventory) {
    SortedMap<ClipId, Emotion> labels = inventory.labels();
    List<String> words =
        Arrays.stream(Emotion.values())
            .filter(labels.values()::contains)
            .map(Emotion::word)
            .toList();
    SortedMap<String, List<String>> byPerson = new TreeMap<>();
    labels.forEach(
        (id, emotion) ->
            byPerson
                .computeIfAbsent(id.subject().toString(), p -> new ArrayList<>())
                .add(emotion.word()));
    List<String> head = new ArrayList<>(List.of("subject", "clips"));
    return table("Clips by subject and label", head, words, byPerson);
  }

  /**
   * Returns a table with a row for each database, a column for each class of the scheme, and the
   * sums.
   */
  static TextTable byDatabase(Inventory inventory, LabelScheme scheme) {
    SortedMap<String, List<String>> byDatabase = new TreeMap<>();
    SortedMap<String, Set<String>> people = new TreeMap<>();
    Map<ClipId, String> truth = scheme.truth(inventory.labels());
    truth.forEach(
        (id, label) -> {
          String database = id.subject().database();
          byDatabase.computeIfAbsent(database, d -> new ArrayList<>()).add(label);
          people.computeIfAbsent(database, d -> new TreeSet<>()).add(id.subject().id());
        });
    TextTable clips =
        table(
            "Scheme %s: %d clips of %d subjects"
                .formatted(
                    scheme.name(),
                    truth.size(),
                    people.values().stream().mapToInt(Set::size).sum()),
            new ArrayList<>(List.of("database", "clips")),
            scheme.labels(),
            byDatabase);
    return withSubjects(clips, people);
  }

  /**
   * Returns a table with a row for each action unit: the number of clips that show it, of those in
   * which it is doubtful, and of those in which it is one of several alternatives.
   */
  static TextTable byUnit(InventoryCounts counts) {
    UnitCounts units = counts.units();
    List<List<String>> rows = new ArrayList<>();
    for (int number : units.numbers()) {
      rows.add(
          List.of(
              String.valueOf(number),
              String.valueOf(units.shown().getOrDefault(number, 0)),
              String.valueOf(units.doubtful().getOrDefault(number, 0)),
              String.valueOf(units.alternatives().getOrDefault(number, 0))));
    }
    return new TextTable(
        "Clips by action unit: %d of %d clips are coded%s"
            .formatted(
                units.coded(),
                counts.clips(),
                units.incomplete() > 0 ? ", " + units.incomplete() + " of them in part" : ""),
        List.of("unit", "clips", "doubtful", "alternative"),
        rows);
  }

  private static TextTable withSubjects(TextTable table, SortedMap<String, Set<String>> people) {
    List<String> head = new ArrayList<>(table.head());
    head.add("subjects");
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : table.rows()) {
      int count =
          row.get(0).equals(ALL)
              ? people.values().stream().mapToInt(Set::size).sum()
              : people.getOrDefault(row.get(0), Set.of()).size();
      List<String> cells = new ArrayList<>(row);
      cells.add(String.valueOf(count));
      rows.add(cells);
    }
    return new TextTable(table.caption(), head, rows);
  }

  private static TextTable table(
      String caption,
      List<String> head,
      List<String> columns,
      SortedMap<String, List<String>> labelsByRow) {
    head.addAll(columns);
    List<List<String>> rows = new ArrayList<>();
    List<String> all = new ArrayList<>();
    labelsByRow.forEach(
        (name, labels) -> {
          rows.add(row(name, columns, labels));
          all.addAll(labels);
        });
    rows.add(row(ALL, columns, all));
    return new TextTable(caption, head, rows);
  }

  private static List<String> row(String name, List<String> columns, List<String> labels) {
    List<String> cells = new ArrayList<>(List.of(name, String.valueOf(labels.size())));
    for (String column : columns) {
      cells.add(String.valueOf(java.util.Collections.frequency(labels, column)));
    }
    return cells;
  }
}
