package org.macro2micro.run;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.macro2micro.config.TableSize;
import org.macro2micro.dataset.FlowImageReader;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Row;

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
  public TableRequest {
    roots = new TreeMap<>(roots);
    lab = Set.copyOf(lab);
    schemes = Map.copyOf(schemes);
    seeds = List.copyOf(seeds);
    rows = List.copyOf(rows);
    assignments = List.copyOf(assignments);
    if (seeds.isEmpty() || new HashSet<>(seeds).size() != seeds.size()) {
      throw new IllegalArgumentException(
          "table %d: seeds %s; expected at least one, each once".formatted(number, seeds));
    }
    PaperTable.requireRows(number, rows);
    if (roots.containsKey(FlowImageReader.DATABASE) && number != 5) {
      throw new IllegalArgumentException(
          "table %d: flow images are of the composite task; expected table 5".formatted(number));
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
