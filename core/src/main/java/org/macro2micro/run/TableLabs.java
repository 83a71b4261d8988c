package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.macro2micro.catalog.Databases;
import org.macro2micro.config.ExperimentSettings.LabSource;
import org.macro2micro.config.SettingsException;
import org.macro2micro.config.TableSize.LabChoice;
import org.macro2micro.dataset.CompositeReader;
import org.macro2micro.experiment.ColumnKey;
import org.macro2micro.lab.plan.LabSettings;

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
    for (ColumnKey key : cells.columns()) {
      if (cells.database(key).equals(CompositeReader.DATABASE)) {
        roots.put(CompositeReader.DATABASE, linked(key.micro(), roots, composite(key, out)));
      }
    }
    return roots;
  }

  /** Where the databases of a composite column are linked: a folder for each combination. */
  static Path composite(ColumnKey key, Path out) {
    return out.resolve("composite").resolve(String.join("+", key.micro()));
  }

  /** A folder with a link to each of the databases, as the composite's reader wants it. */
  private static Path linked(List<String> databases, Map<String, Path> roots, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    for (String database : databases) {
      Path link = folder.resolve(database);
      Path target = roots.getOrDefault(database, folder).toRealPath();
      if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
        continue;
      }
      try {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
      } catch (IOException | UnsupportedOperationException e) {
        throw new IOException(
            "cannot link %s to %s (%s): allow links there, or name another --out"
                .formatted(link, target, e),
            e);
      }
    }
    return folder;
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
      databases.removeIf(request::isGiven);
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
