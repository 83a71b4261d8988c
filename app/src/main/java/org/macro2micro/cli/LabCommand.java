package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macro2micro.catalog.Databases;
import org.macro2micro.lab.ContactSheet;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Layout;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a generated database. */
@Command(
    name = "lab",
    description = {
      "Draws a database of generated faces in the layout of a real one.",
      "The faces are moved by action units. The same seed gives the same bytes."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro lab casme2 FOLDER --subjects 10 --clips 12",
      "As many clips as the real database: macro2micro lab samm FOLDER --like samm",
      "Long videos with micro-expressions: macro2micro lab video FOLDER --seconds 60",
      "All three micro databases: macro2micro lab composite FOLDER --like composite"
    })
final class LabCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "LAYOUT",
      description =
          "One of casme2, smic, samm, ckplus and mmi; composite for the first three at once; video for"
              + " long videos; or sheet for one picture of many faces.")
  private String layout = "";

  @Parameters(
      index = "1",
      paramLabel = "PATH",
      description = "The new folder; for sheet, the picture file (.png or .jpg).")
  private @Nullable Path path;

  @ArgGroup(validate = false, order = 1, heading = "%nA database:%n")
  private LabDatabaseOptions database = new LabDatabaseOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nLong videos (the layout video):%n")
  private LabVideoOptions video = new LabVideoOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of everything drawn; another seed gives other faces (default: 1).")
  private long seed;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  LabCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (path == null) {
      throw new InputException("lab: no path is given");
    }
    swapped(path);
    GivenOptions.refuse(spec, "lab " + layout, unused());
    if (layout.equals("sheet")) {
      return drawSheet(path);
    }
    if (layout.equals("video")) {
      requireUnused(path);
      OutputPlace.requireNewFolder("lab:", path);
      return drawVideos(path);
    }
    List<LabSettings> parts = new ArrayList<>();
    for (Layout part : layouts()) {
      parts.add(database.settings(part, layout, seed));
    }
    requireUnused(path);
    OutputPlace.requireNewFolder("lab:", path);
    int clipsOfAll = 0;
    int subjectsOfAll = 0;
    for (LabSettings part : parts) {
      draw(part, parts.size() == 1 ? path : path.resolve(part.layout().database()));
      clipsOfAll += part.clips().total();
      subjectsOfAll += part.subjects();
    }
    if (json) {
      terminal
          .out()
          .println(
              ResultJson.line(
                  new Written(layout, path.toString(), clipsOfAll, subjectsOfAll, seed)));
    } else {
      terminal
          .out()
          .printf(
              "%d clips of %d people in %s; look at them with: macro2micro data %s %s%n",
              clipsOfAll, subjectsOfAll, path, layout, ShellWord.of(path));
    }
    return 0;
  }

  /** Returns the options that the layout has no use of. */
  private List<String> unused() {
    List<String> unused = new ArrayList<>();
    if (layout.equals("sheet") || layout.equals("video")) {
      unused.addAll(LabDatabaseOptions.NAMES);
    }
    if (!layout.equals("video")) {
      unused.addAll(LabVideoOptions.NAMES);
    }
    if (GivenOptions.has(spec, "--like")) {
      unused.addAll(List.of("--subjects", "--clips"));
    }
    return unused;
  }

  /** Says so if folder and layout stand in the wrong order. */
  private void swapped(Path given) throws InputException {
    if (isLayout(given.toString()) && !isLayout(layout)) {
      throw new InputException(
          "lab: \"%s\" is not a layout; the layout comes first: macro2micro lab %s %s"
              .formatted(layout, given, ShellWord.of(layout)));
    }
  }

  private static boolean isLayout(String word) {
    return word.equals("sheet")
        || word.equals("video")
        || word.equals(Databases.COMPOSITE.shortName())
        || Arrays.stream(Layout.values()).anyMatch(known -> known.database().equals(word));
  }

  private void draw(LabSettings settings, Path folder) throws IOException {
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      progress.begin("draw clips of " + settings.layout().database(), settings.clips().total());
      LabDatabase.write(settings, folder, (done, all) -> progress.done(done));
    }
  }

  private int drawVideos(Path folder) throws IOException, InputException {
    LabVideoOptions.Drawn drawn = video.draw(folder, seed, terminal);
    if (json) {
      terminal.out().println(ResultJson.line(drawn));
    } else {
      terminal
          .out()
          .printf(
              "%d videos of %d frames and %s in %s%n"
                  + "score the spotting with: macro2micro spot-score %s --development %s%n"
                  + "The threshold is then chosen on the same videos; for a fair score draw others for"
                  + " --development with another --seed.%n",
              drawn.videos(),
              drawn.frames(),
              LabFilms.TRUTH,
              folder,
              ShellWord.of(folder),
              ShellWord.of(folder));
    }
    return 0;
  }

  private int drawSheet(Path picture) throws IOException, InputException {
    if (!picture.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g)")) {
      throw new InputException(
          "lab: sheet %s is not a known kind of picture; the name must end in .png or .jpg"
              .formatted(picture));
    }
    ContactSheet.write(picture, seed);
    if (json) {
      terminal.out().println(ResultJson.line(new Sheet(layout, picture.toString(), seed)));
    } else {
      terminal.out().println("contact sheet: " + picture);
    }
    return 0;
  }

  /** Checks the folder before anything is drawn; the lab itself refuses such a folder too. */
  private static void requireUnused(Path folder) throws IOException, InputException {
    if (Files.isRegularFile(folder)) {
      throw new InputException(
          "lab: %s is a file; name a folder that does not exist or is empty".formatted(folder));
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new InputException(
              "lab: %s is not empty; name a new folder or delete this one".formatted(folder));
        }
      }
    }
  }

  /** What was drawn, as programs read it. */
  private record Written(String layout, String folder, int clips, int subjects, long seed) {}

  /** The contact sheet, as programs read it. */
  private record Sheet(String layout, String file, long seed) {}

  private List<Layout> layouts() throws InputException {
    if (layout.equals(Databases.COMPOSITE.shortName())) {
      return List.of(Layout.CASME_TWO, Layout.SMIC, Layout.SAMM);
    }
    for (Layout known : Layout.values()) {
      if (known.database().equals(layout)) {
        return List.of(known);
      }
    }
    throw new InputException(
        "lab: layout \"%s\" is not known; expected %s, composite, video or sheet"
            .formatted(
                layout,
                Arrays.stream(Layout.values())
                    .map(Layout::database)
                    .collect(Collectors.joining(", "))));
  }
}
