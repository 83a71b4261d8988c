package org.macro2micro.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.config.TableSize;
import org.macro2micro.experiment.Row;
import org.macro2micro.run.TableRows;
import picocli.CommandLine.Option;

/** The options that say which rows, label schemes and seeds a table has. */
final class TableContentOptions {
  private static final String FULL = "full";
  private static final String SEEDS = "1";

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "ROW",
      converter = RowText.class,
      description =
          "Rows to make in place of the usual ones; c must be the first, as in"
              + " --rows c,lbp-top,ststnet.")
  private List<Row> rows = new ArrayList<>();

  @Option(
      names = "--control",
      description =
          "Add the row c-continued, which trains phase 3 with L_c alone and is not in the paper.")
  private boolean control;

  @Option(
      names = "--scheme",
      paramLabel = "DATABASE=SCHEME",
      description =
          "Label scheme of a database in Table 2 (default: casme2=casme2-5, smic=smic-3,"
              + " samm=samm-5).")
  private Map<String, String> schemes = new LinkedHashMap<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = SEEDS,
      description = "Number of seeds, counted from 1 (default: ${DEFAULT-VALUE}).")
  private int seeds = Integer.parseInt(SEEDS);

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      converter = SizeText.class,
      defaultValue = FULL,
      description =
          "Size of the networks and of generated databases: tiny, small or full (default:"
              + " ${DEFAULT-VALUE}).")
  private TableSize size = TableSize.FULL;

  /**
   * Returns the rows asked for, or else the usual ones of the table, with the control if wanted.
   */
  List<Row> rows(int number, boolean flow) {
    List<Row> wanted = new ArrayList<>(rows);
    if (wanted.isEmpty()) {
      wanted.addAll(TableRows.of(number, flow));
    }
    if (control) {
      wanted.add(1, Row.CONTROL);
    }
    return wanted;
  }

  Map<String, String> schemes() {
    return schemes;
  }

  int seeds() {
    return seeds;
  }

  TableSize size() {
    return size;
  }
}
