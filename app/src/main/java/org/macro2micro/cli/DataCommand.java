package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.catalog.Databases;
import org.macro2micro.catalog.LabelSchemes;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.ClipReader;
import org.macro2micro.dataset.Inventory;
import org.macro2micro.dataset.InventoryCounts;
import org.macro2micro.dataset.Problem;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.run.CheckedDatabase;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a database and prints what is in it. */
@Command(
    name = "data",
    description = {
      "Reads a database and prints what it holds and every problem found.",
      "Every frame from onset to offset is decoded: a clip that run would leave out is listed. Clips"
          + " are counted by subject, label and action unit. Nothing on disk is changed. The databases"
          + " are casme2, smic, smic-vis, smic-nir, samm, composite, ckplus, mmi and mer-flow."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: macro2micro data casme2 FOLDER --scheme cde"})
final class DataCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "DATABASE", description = "The name of the database.")
  private String database = "";

  @Parameters(
      index = "1",
      paramLabel = "FOLDER",
      description =
          "The folder as its owners ship it; for composite, a folder that holds casme2, smic and samm.")
  private @Nullable Path folder;

  @Option(
      names = "--scheme",
      paramLabel = "NAME",
      description = "Also count the classes of a scheme: cde, casme2-5, samm-5, smic-3 or raw.")
  private @Nullable String scheme;

  @Option(
      names = "--no-frames",
      description = "Count by sheets, lists and names alone; the frames need not be there.")
  private boolean labelsOnly;

  @Option(
      names = "--headers",
      description =
          "Look at a few frames' headers only, which is faster; damage behind them is then seen by a run.")
  private boolean headersOnly;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  DataCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (folder == null) {
      throw new InputException("data: no folder is given");
    }
    swapped(folder);
    ClipReader reader = known().reader();
    Inventory inventory = labelsOnly ? reader.readLabels(folder) : checked(reader.read(folder));
    LabelScheme wanted = null;
    if (scheme != null) {
      try {
        wanted = LabelSchemes.byName(scheme, inventory.labels().values());
      } catch (IllegalArgumentException e) {
        throw new InputException("data: --scheme: " + e.getMessage());
      }
    }
    InventoryCounts counts = InventoryCounts.of(inventory, wanted);
    if (json) {
      terminal.out().println(ResultJson.line(counts));
    } else {
      print(counts, inventory, wanted);
    }
    return counts.clips() == 0 ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
  }

  /** Says so if folder and database stand in the wrong order. */
  private void swapped(Path given) throws InputException {
    if (isKnown(given.toString()) && !isKnown(database)) {
      throw new InputException(
          "data: \"%s\" is not a database; the database comes first: macro2micro data %s %s"
              .formatted(database, given, ShellWord.of(database)));
    }
  }

  private static boolean isKnown(String name) {
    return Arrays.stream(Databases.values()).anyMatch(known -> known.shortName().equals(name));
  }

  private Inventory checked(Inventory read) throws SettingsException {
    if (headersOnly) {
      return read;
    }
    PreprocessSettings preparation =
        ExperimentFile.parse("defaults", "", List.of()).settings().preprocess();
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      return CheckedDatabase.of(read, preparation, progress);
    }
  }

  private Databases known() throws InputException {
    try {
      return Databases.byName(database);
    } catch (IllegalArgumentException e) {
      throw new InputException("data: " + e.getMessage());
    }
  }

  private void print(InventoryCounts counts, Inventory inventory, @Nullable LabelScheme wanted) {
    terminal.heading(
        "%s: %d clips of %d subjects"
            .formatted(counts.database(), counts.clips(), counts.subjects()));
    terminal.out().println();
    terminal.out().print(InventoryTable.bySubject(inventory).plain());
    if (wanted != null) {
      terminal.out().println();
      terminal.out().print(InventoryTable.byDatabase(inventory, wanted).plain());
    }
    terminal.out().println();
    if (counts.units().coded() > 0) {
      terminal.out().print(InventoryTable.byUnit(counts).plain());
    } else {
      terminal.out().println("action units: no clip is coded");
    }
    terminal.out().println();
    List<Problem> problems = counts.problems();
    terminal.out().println("problems: " + (problems.isEmpty() ? "none" : problems.size()));
    problems.forEach(problem -> terminal.out().println("  " + problem));
  }
}
