package org.macro2micro.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.macro2micro.base.WholeFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.experiment.ColumnKey;
import org.macro2micro.experiment.ColumnTask;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.experiment.RunResult;
import org.macro2micro.experiment.TableColumn;
import org.macro2micro.metric.ScoredClip;
import org.macro2micro.report.table.TableContent;
import org.macro2micro.report.table.TableFormat;
import org.macro2micro.report.table.TablePage;

/**
 * Makes Table 2, 3, 4 or 5 of the paper: runs for each column and seed, then the table in every
 * form. The runs share prepared clips and trained pieces: MaNet is trained once for a seed, MiNet's
 * phase 2 once for a fold and seed whichever macro database guides it. A table that was stopped
 * goes on where it was.
 */
public final class TableRun {
  private final TableRequest request;
  private final Path out;
  private final RunListener listener;
  private final ReadDatabases databases = new ReadDatabases();

  /**
   * @param out the table's folder; created if needed
   */
  public TableRun(TableRequest request, Path out, RunListener listener) {
    this.request = request;
    this.out = out;
    this.listener = listener;
  }

  /**
   * A finished table.
   *
   * @param table the numbers
   * @param files the table in its forms, and the page
   * @param problems what was corrected, left out or noted, a line each
   */
  public record Outcome(PaperTable table, List<Path> files, List<String> problems) {}

  /**
   * Runs to the end in this process.
   *
   * @throws SettingsException as {@link #run(FoldExecutor)}
   * @throws DatasetException as {@link #run(FoldExecutor)}
   * @throws IOException as {@link #run(FoldExecutor)}
   */
  public Outcome run() throws SettingsException, DatasetException, IOException {
    try (FoldExecutor here = FoldExecutor.here()) {
      return run(here);
    } catch (InterruptedException e) {
      throw new AssertionError("folds in this process never wait", e);
    }
  }

  /**
   * Runs to the end.
   *
   * @param executor does the folds of all runs
   * @throws SettingsException if a setting can't be used, or no column can be filled
   * @throws DatasetException if a database can't be read
   * @throws IOException if the table's folder can't be written or read, or a fold was lost
   * @throws InterruptedException if the thread is interrupted while others do folds
   */
  public Outcome run(FoldExecutor executor)
      throws SettingsException, DatasetException, IOException, InterruptedException {
    TableCells cells = new TableCells(request);
    List<TableCells.Cell> all = cells.cells();
    cells.requireAll();
    // A finished table of other rows or seeds must not vanish without a word.
    ReplacedSettings.ofTable(out.resolve("table-data.json"), request)
        .ifPresent(
            what ->
                listener.note(
                    "note: %s holds %s, which is replaced; to keep it, stop this and name another --out"
                        .formatted(out, what)));
    Map<String, Path> roots = roots();
    Map<ColumnKey, Column> columns = new LinkedHashMap<>();
    Set<String> problems = new LinkedHashSet<>();
    for (int i = 0; i < all.size(); i++) {
      TableCells.Cell cell = all.get(i);
      Path folder = out.resolve(cell.folder());
      RunOutcome outcome = experiment(cell, roots).run(executor);
      problems.addAll(outcome.problems());
      columns
          .computeIfAbsent(cell.key(), key -> new Column(outcome.result(), new TreeMap<>()))
          .seeds
          .computeIfAbsent(cell.seed(), seed -> new LinkedHashMap<>())
          .putAll(PredictedRows.of(folder));
      if (i + 1 == all.size() || !all.get(i + 1).key().micro().equals(cell.key().micro())) {
        discardFolds(cell.key().micro());
      }
    }
    List<TableColumn> filled = new ArrayList<>();
    List<String> remarks = new ArrayList<>(notes(all, roots));
    problems.removeAll(remarks);
    columns.forEach((key, column) -> filled.add(filled(cells, key, column, remarks)));
    return write(
        new PaperTable(request.number(), title(), request.rows(), filled, remarks),
        all.stream().map(cell -> new RunDirectory(out.resolve(cell.folder()))).toList(),
        List.copyOf(problems));
  }

  /** What the rows' methods have to say of their settings, which all runs share. */
  private Set<String> notes(List<TableCells.Cell> all, Map<String, Path> roots)
      throws SettingsException {
    Set<String> notes = new LinkedHashSet<>();
    for (TableCells.Cell cell : all) {
      ExperimentSettings settings = new TableCells(request).experiment(cell, roots, out).settings();
      notes.addAll(RowMethods.of(settings, settings.rows()).notes());
    }
    return notes;
  }

  private Map<String, Path> roots() throws SettingsException, IOException {
    return new TableLabs(request, new TableCells(request), listener).roots(out);
  }

  private ExperimentRun experiment(TableCells.Cell cell, Map<String, Path> roots)
      throws SettingsException {
    return new ExperimentRun(
        new TableCells(request).experiment(cell, roots, out),
        out.resolve(cell.folder()),
        new CellListener(listener, cell),
        databases);
  }

  private record Column(RunResult result, SortedMap<Long, Map<Row, List<ScoredClip>>> seeds) {}

  private TableColumn filled(TableCells cells, ColumnKey key, Column column, List<String> remarks) {
    SortedMap<Long, Map<Row, List<ScoredClip>>> seeds = new TreeMap<>();
    column.seeds.forEach((seed, rows) -> seeds.put(seed, inOrder(rows)));
    List<String> generated =
        Stream.concat(key.micro().stream(), Stream.of(key.macro()))
            .filter(database -> !request.isGiven(database))
            .toList();
    ColumnTask task =
        new ColumnTask(
            key, generated, cells.scheme(key), column.result.labels(), column.result.selection());
    remarks.addAll(TableColumn.notes(task, seeds));
    remarks.addAll(cells.dashes(key));
    return TableColumn.of(task, PaperTable.metrics(request.number()), seeds);
  }

  /** The rows of all runs of a column and seed, in the table's order. */
  private Map<Row, List<ScoredClip>> inOrder(Map<Row, List<ScoredClip>> read) {
    Map<Row, List<ScoredClip>> ordered = new LinkedHashMap<>();
    for (Row row : request.rows()) {
      if (read.containsKey(row)) {
        ordered.put(row, read.get(row));
      }
    }
    return ordered;
  }

  private String title() {
    return PaperTable.comparesMethods(request.number())
        ? "published methods and ours under one protocol"
        : "the terms of Eq. 8 one after the other, measured again";
  }

  private Outcome write(PaperTable table, List<RunDirectory> runs, List<String> problems)
      throws IOException {
    List<Path> files = new ArrayList<>();
    table.write(out.resolve("table-data.json"));
    for (TableFormat format : TableFormat.values()) {
      Path file = out.resolve("table." + format.extension());
      WholeFile.write(file, format.render(table).getBytes(StandardCharsets.UTF_8));
      files.add(file);
    }
    Path page = out.resolve("report.html");
    TablePage.write(
        page,
        new TableContent(
            table, problems, runs.get(0).settings().orElse(Map.of()), provenance(runs)));
    files.add(page);
    return new Outcome(table, files, problems);
  }

  /** The provenance of all runs together: their data, and the time that all took. */
  private Optional<Provenance> provenance(List<RunDirectory> runs) throws IOException {
    Provenance all = null;
    for (RunDirectory run : runs) {
      Provenance own = run.provenance().orElse(null);
      all = all == null || own == null ? own : all.with(own);
    }
    return Optional.ofNullable(all);
  }

  /** MiNet's pieces are large and of no use once all columns of their database are done. */
  private void discardFolds(List<String> micro) throws IOException {
    Path work = out.resolve("work");
    if (!Files.isDirectory(work)) {
      return;
    }
    try (Stream<Path> folders = Files.list(work)) {
      for (Path folder : folders.toList()) {
        String name = String.valueOf(folder.getFileName());
        if (micro.stream().anyMatch(database -> name.startsWith("fold-" + database + "_"))) {
          new StoredWork(folder).discard();
        }
      }
    }
  }

  /** Says which run the news is of. */
  private record CellListener(RunListener next, TableCells.Cell cell) implements RunListener {
    @Override
    public void begin(String name, long steps) {
      next.begin(name + " (" + cell + ")", steps);
    }

    @Override
    public void done(long steps) {
      next.done(steps);
    }

    @Override
    public void note(String text) {
      next.note(text);
    }
  }
}
