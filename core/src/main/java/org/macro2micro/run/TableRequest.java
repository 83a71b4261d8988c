package org.macro2micro.run;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.macro2micro.catalog.LabelSchemes;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.TableSize;
import org.macro2micro.dataset.FlowImageReader;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Row;
import org.macro2micro.preprocess.Input;

/**
 * What a table of the paper is to be made of.
 *
 * @param number 2 to 5
 * @param roots folder of each database that is there, by short name: casme2, smic, samm, ckplus,
 *     mmi; those that are not leave their columns out. In Table 5 mer-flow may stand for all three
 *     micro databases
 * @param lab those that the lab draws where they are not there
 * @param schemes label scheme of a micro database in Table 2, where it is not the usual one
 * @param seeds at least one, each once
 * @param size of networks and training
 * @param rows in the table's order, L_c first; in Tables 4 and 5 other methods by name
 * @param assignments key=value pairs over the size's settings
 */
public record TableRequest(
    int number,
    Map<String, Path> roots,
    Set<String> lab,
    Map<String, String> schemes,
    List<Long> seeds,
    TableSize size,
    List<Row> rows,
    List<String> assignments) {
  /** The settings that differ from column to column. */
  private static final Set<String> OWN =
      Set.of(
          "title",
          "seed",
          "rows",
          "micro",
          "micro.scheme",
          "micro.database",
          "micro.root",
          "macro",
          "macro.database",
          "macro.root",
          "work",
          "cache");

  /** Beyond this many a table would take years; a number larger by far is a slip. */
  private static final int MOST_SEEDS = 1000;

  public TableRequest {
    roots = new TreeMap<>(roots);
    lab = Set.copyOf(lab);
    schemes = Map.copyOf(schemes);
    seeds = List.copyOf(seeds);
    rows = List.copyOf(rows);
    assignments = List.copyOf(assignments);
    if (seeds.size() > MOST_SEEDS) {
      throw new IllegalArgumentException(
          "table %d: found %d seeds, expected 1 to %d".formatted(number, seeds.size(), MOST_SEEDS));
    }
    if (seeds.isEmpty() || new HashSet<>(seeds).size() != seeds.size()) {
      throw new IllegalArgumentException(
          "table %d: seeds %s; expected at least one, each once".formatted(number, seeds));
    }
    PaperTable.requireRows(number, rows);
    requireSchemes(number, schemes);
    requireFree(number, assignments);
    if (roots.containsKey(FlowImageReader.DATABASE) && number != 5) {
      throw new IllegalArgumentException(
          "table %d: flow images are of the composite task; expected table 5".formatted(number));
    }
    if (roots.containsKey(FlowImageReader.DATABASE)) {
      rows.forEach(TableRequest::requireFlow);
    }
  }

  private static void requireFlow(Row row) {
    if (!ExperimentSettings.pageOf(row).needs().inputs().contains(Input.FLOW)) {
      throw new IllegalArgumentException(
          "table 5: row \"%s\" needs clips as frames, and ready flow images hold none; leave the row out, or give the databases themselves"
              .formatted(row));
    }
  }

  private static void requireSchemes(int number, Map<String, String> schemes) {
    schemes.forEach(
        (database, scheme) -> {
          if (number != 2) {
            throw new IllegalArgumentException(
                "table %d: found the scheme %s of %s; expected none, since only Table 2 has one for each database"
                    .formatted(number, scheme, database));
          }
          if (!PaperTable.MICRO.contains(database)) {
            throw new IllegalArgumentException(
                "table 2: found a scheme of %s; expected one of %s"
                    .formatted(database, PaperTable.MICRO));
          }
          if (!LabelSchemes.names().contains(scheme)) {
            throw new IllegalArgumentException(
                "table 2: scheme %s of %s is not known; expected one of %s"
                    .formatted(scheme, database, LabelSchemes.names()));
          }
        });
  }

  private static void requireFree(int number, List<String> assignments) {
    for (String assignment : assignments) {
      String key = assignment.split("=", 2)[0].strip();
      if (OWN.contains(key) || key.startsWith("micro.lab") || key.startsWith("macro.lab")) {
        throw new IllegalArgumentException(
            "table %d: --set %s has no effect, since the table sets %s itself; its options say which databases, schemes, rows and seeds it has"
                .formatted(number, assignment, key));
      }
    }
  }

  /** Whether the micro clips come as flow images, all databases in one folder. */
  boolean isFlow() {
    return roots.containsKey(FlowImageReader.DATABASE);
  }

  /** Whether a database is there, and not to be drawn. */
  boolean isGiven(String database) {
    return roots.containsKey(database) || (isFlow() && PaperTable.MICRO.contains(database));
  }
}
