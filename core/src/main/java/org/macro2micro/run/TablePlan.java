package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.macro2micro.catalog.Databases;
import org.macro2micro.catalog.LabelSchemes;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.CompositeReader;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.method.proposed.MacroToMicro;
import org.macro2micro.method.proposed.MacroToMicroSettings;

/**
 * What a table would do: its pieces, which of them are kept from before, and how long the others
 * take here. Nothing is trained, drawn or written, but for a few steps on noise to learn the
 * machine's speed.
 *
 * @param lines a run each
 * @param drawn clips that the lab has yet to draw, by database
 */
public record TablePlan(List<Line> lines, Map<String, Integer> drawn) {
  public TablePlan {
    lines = List.copyOf(lines);
    drawn = new LinkedHashMap<>(drawn);
  }

  /**
   * One run of the table.
   *
   * @param run its column and seed
   * @param maNet what is to do for MaNet
   * @param folds people to be held out
   * @param results fold results of all rows
   * @param kept those kept from before; each is checked against its inputs when the table runs
   * @param seconds that the missing ones take, about; NaN where that is not known
   */
  public record Line(
      String run, MaNetPiece maNet, int folds, int results, int kept, double seconds) {}

  /** Where a run's MaNet comes from. */
  public enum MaNetPiece {
    /** Its check is kept, and so is MaNet. */
    KEPT("kept"),
    /** It is to be trained. */
    TO_TRAIN("to train"),
    /** The run has no use of one. */
    NONE("none");

    private final String words;

    MaNetPiece(String words) {
      this.words = words;
    }

    /** Such as "to train". */
    public String words() {
      return words;
    }
  }

  /** Seconds that all that is missing takes, about, without what is not known. */
  public double seconds() {
    return lines.stream().mapToDouble(Line::seconds).filter(Double::isFinite).sum();
  }

  /**
   * Plans a table.
   *
   * @param out the table's folder; need not exist
   */
  public static TablePlan of(TableRequest request, Path out)
      throws SettingsException, DatasetException, IOException {
    TableCells cells = new TableCells(request);
    TableLabs labs = new TableLabs(request, cells, RunListener.silent());
    Map<String, LabSettings> lab = labs.drawn();
    Map<String, Integer> drawn = new LinkedHashMap<>();
    Map<String, Path> roots = new HashMap<>(request.roots());
    for (Map.Entry<String, LabSettings> entry : lab.entrySet()) {
      Path folder = labs.folder(entry.getKey(), entry.getValue(), out);
      roots.put(entry.getKey(), folder);
      if (!folder.toFile().isDirectory()) {
        drawn.put(entry.getKey(), entry.getValue().clips().total());
      }
    }
    List<Line> lines = new ArrayList<>();
    Map<String, Size> sizes = new HashMap<>();
    Map<String, ExperimentSettings> known = new HashMap<>();
    StepCost cost = null;
    Set<String> trained = new TreeSet<>();
    for (TableCells.Cell cell : cells.cells()) {
      if (cells.database(cell.key()).equals(CompositeReader.DATABASE)) {
        roots.put(CompositeReader.DATABASE, TableLabs.composite(cell.key(), out));
      }
      // Seeds of a column differ in nothing that counts here, and reading settings takes long.
      String column = cell.key() + " " + cell.method();
      ExperimentSettings settings = known.get(column);
      if (settings == null) {
        settings = cells.experiment(cell, roots, out).settings();
        known.put(column, settings);
      }
      if (cost == null && cell.method().isEmpty()) {
        cost = StepCost.measure(settings);
      }
      Size micro = new Size(0, 0);
      List<String> databases =
          request.isFlow() ? List.of(cells.database(cell.key())) : cell.key().micro();
      for (String database : databases) {
        String scheme = cells.scheme(cell.key());
        micro = micro.plus(size(sizes, database, scheme, lab, drawn, roots));
      }
      Size macro = size(sizes, cell.key().macro(), LabelSchemes.RAW, lab, drawn, roots);
      lines.add(
          cost == null || !cell.method().isEmpty()
              ? unmeasured(cell, micro, out)
              : line(cell, settings, cost, micro, macro, out, trained));
    }
    return new TablePlan(lines, drawn);
  }

  private static Line line(
      TableCells.Cell cell,
      ExperimentSettings settings,
      StepCost cost,
      Size micro,
      Size macro,
      Path out,
      Set<String> trained)
      throws IOException {
    RunDirectory directory = new RunDirectory(out.resolve(cell.folder()));
    MacroToMicroSettings.Phases phases =
        settings.block(MacroToMicro.PAGE.name()).as(MacroToMicroSettings.class).phases();
    double learnt = micro.clips * (1 - 1.0 / Math.max(1, micro.people));
    double seconds = 0;
    boolean maNet = directory.keepsMacroCheck();
    if (!maNet && trained.add(cell.key().macro() + cell.seed())) {
      seconds += macro.clips * cost.macro() * phases.macro().epochs();
    }
    int kept = 0;
    for (Row row : settings.rows()) {
      int own = Math.min(directory.keptFolds(row), micro.people);
      kept += own;
      double epochs =
          row.isTransferred()
              ? cost.transfer() * phases.transfer().epochs()
              : cost.micro() * phases.micro().epochs();
      // Phase 2 is shared by the columns of a micro database.
      boolean shared = !row.isTransferred() && !trained.add(cell.key().micro() + " " + cell.seed());
      seconds += shared ? 0 : (micro.people - own) * learnt * epochs;
    }
    return new Line(
        cell.toString(),
        maNet ? MaNetPiece.KEPT : MaNetPiece.TO_TRAIN,
        micro.people,
        micro.people * settings.rows().size(),
        kept,
        seconds);
  }

  /** A run of another method, whose time is not measured beforehand. */
  private static Line unmeasured(TableCells.Cell cell, Size micro, Path out) throws IOException {
    RunDirectory directory = new RunDirectory(out.resolve(cell.folder()));
    int kept = 0;
    for (Row row : cell.rows()) {
      kept += Math.min(directory.keptFolds(row), micro.people);
    }
    int results = micro.people * cell.rows().size();
    return new Line(
        cell.toString(),
        MaNetPiece.NONE,
        micro.people,
        results,
        kept,
        kept == results ? 0 : Double.NaN);
  }

  private record Size(int clips, int people) {
    Size plus(Size other) {
      return new Size(clips + other.clips, people + other.people);
    }
  }

  private static Size size(
      Map<String, Size> known,
      String database,
      String scheme,
      Map<String, LabSettings> lab,
      Map<String, Integer> drawn,
      Map<String, Path> roots)
      throws SettingsException, DatasetException {
    String key = database + "|" + scheme;
    Size size = known.get(key);
    if (size == null) {
      LabSettings settings = lab.get(database);
      Path root = roots.get(database);
      if (settings != null && drawn.containsKey(database)) {
        size = new Size(settings.clips().total(), settings.subjects());
      } else if (root == null) {
        throw new SettingsException("table: no folder of " + database);
      } else {
        Corpus corpus = Databases.byName(database).reader().read(root).corpus();
        Set<ClipId> clips = LabelSchemes.byName(scheme, corpus).truth(corpus).keySet();
        size = new Size(clips.size(), (int) clips.stream().map(ClipId::subject).distinct().count());
      }
      known.put(key, size);
    }
    return size;
  }
}
