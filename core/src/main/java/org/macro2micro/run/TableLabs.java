package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.macro2micro.catalog.Databases;
import org.macro2micro.config.ExperimentSettings.LabSource;
import org.macro2micro.config.SettingsException;
import org.macro2micro.config.TableSize.LabChoice;
import org.macro2micro.experiment.ColumnKey;
import org.macro2micro.lab.LabSettings;

/**
 * The databases of a table: those given, and for the others what the lab draws. All seeds of a
 * table see the same faces.
 */
final class TableLabs {
  private static final long SEED = 1;

  private final TableRequest request;
  private final TableCells cells;
  private final LabSources lab;

  TableLabs(TableRequest request, TableCells cells, RunListener listener) {
    this.request = request;
    this.cells = cells;
    lab = new LabSources(SEED, listener);
  }

  /** The folder of each database of the table; those of the lab are drawn if they are not there. */
  Map<String, Path> roots(Path out) throws SettingsException, IOException {
    Map<String, Path> roots = new TreeMap<>(request.roots());
    for (Map.Entry<String, LabSettings> drawn : drawn().entrySet()) {
      roots.put(drawn.getKey(), lab.write(drawn.getKey(), drawn.getValue(), out));
    }
    return roots;
  }

  /** Where a drawn database lies, whether it is there or not. */
  Path folder(String name, LabSettings settings, Path out) {
    return lab.folder(name, settings, out);
  }

  /** What the lab has to draw, by database. */
  Map<String, LabSettings> drawn() throws SettingsException {
    LabChoice choice = request.size().lab();
    Map<String, LabSettings> drawn = new TreeMap<>();
    for (ColumnKey key : cells.columns()) {
      Set<String> databases = new LinkedHashSet<>(key.micro());
      databases.add(key.macro());
      databases.removeAll(request.roots().keySet());
      for (String name : databases) {
        Databases database = Databases.byName(name);
        drawn.put(
            name,
            choice.subjects() == 0
                ? lab.official(database, choice.frames(), choice.pixels())
                : lab.settings(name, database, source(choice), cells.scheme(key)));
      }
    }
    return drawn;
  }

  private static LabSource source(LabChoice choice) {
    return new LabSource(choice.subjects(), choice.clips(), choice.frames(), choice.pixels());
  }
}
