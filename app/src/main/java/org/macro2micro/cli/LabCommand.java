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
import org.macro2micro.lab.plan.FrameCounts;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Layout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Generates a database. */
@Command(
    name = "lab",
    description = {
      "Draws a database of faces moved by action units, in an official layout.",
      "The same seed gives the same bytes."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro lab casme2 FOLDER --subjects 10 --clips 12",
      "The real counts, with the real database's slips: macro2micro lab samm FOLDER --like samm",
      "Long videos with planted micro-expressions: macro2micro lab video FOLDER --seconds 60",
      "The composite task's three at once: macro2micro lab composite FOLDER --like composite"
    })
final class LabCommand implements Callable<Integer> {
  private static final int MICRO_FRAMES = 12;
  private static final int MACRO_FRAMES = 10;
  private static final int MICRO_SIZE = 128;

  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "LAYOUT",
      description =
          "casme2, smic, samm, ckplus, mmi; composite for the first three; video; or sheet")
  private String layout = "";

  @Parameters(
      index = "1",
      paramLabel = "PATH",
      description = "the new folder; for sheet, the PNG of a contact sheet")
  private @Nullable Path path;

  @Option(
      names = "--like",
      paramLabel = "DATABASE",
      description = "the real counts and slips; the layout's own name")
  private @Nullable String like;

  @Option(names = "--subjects", defaultValue = "10", description = "people (${DEFAULT-VALUE})")
  private int subjects;

  @Option(names = "--clips", defaultValue = "10", description = "clips of each (${DEFAULT-VALUE})")
  private int clips;

  @Option(
      names = "--frames",
      description =
          "frames a clip (12 of micro-, 10 of macro-expressions; with --like its lengths)")
  private @Nullable Integer frames;

  @Option(
      names = "--size",
      description =
          "pixels; without it 128, 640x490 for ckplus, 360x288 for mmi, with --like its size")
  private @Nullable Integer size;

  @Option(names = "--seed", defaultValue = "1", description = "other faces (${DEFAULT-VALUE})")
  private long seed;

  @Mixin private LabVideoOptions video = new LabVideoOptions();

  @Option(names = "--json", description = "one JSON object on standard output, nothing else")
  private boolean json;

  LabCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (path == null) {
      throw new InputException("lab: no path given");
    }
    if (layout.equals("sheet")) {
      return drawSheet(path);
    }
    if (layout.equals("video")) {
      requireUnused(path);
      return drawVideos(path);
    }
    List<LabSettings> parts = new ArrayList<>();
    for (Layout part : layouts()) {
      parts.add(settings(part));
    }
    requireUnused(path);
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
              clipsOfAll, subjectsOfAll, path, layout, path);
    }
    return 0;
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
              "%d videos of %d frames and %s in %s; score the spotting with: macro2micro spot-score %s%n",
              drawn.videos(), drawn.frames(), LabFilms.TRUTH, folder, folder);
    }
    return 0;
  }

  private int drawSheet(Path picture) throws IOException, InputException {
    if (!picture.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g)")) {
      throw new InputException(
          "lab: sheet %s is no known kind of picture; name it .png or .jpg".formatted(picture));
    }
    ContactSheet.write(picture, seed);
    if (json) {
      terminal.out().println(ResultJson.line(new Sheet(layout, picture.toString(), seed)));
    } else {
      terminal.out().println("contact sheet: " + picture);
    }
    return 0;
  }

  /** Asked before anything is drawn; the lab itself refuses such a folder too. */
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

  /** What was drawn, for programs. */
  private record Written(String layout, String folder, int clips, int subjects, long seed) {}

  /** The contact sheet, for programs. */
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

  private LabSettings settings(Layout part) throws InputException {
    try {
      if (like != null) {
        if (!like.equals(layout)) {
          throw new InputException(
              "lab: --like %s does not go with layout %s; use the same name"
                  .formatted(like, layout));
        }
        LabSettings real = LabSettings.like(part, seed);
        LabSettings cut = frames == null ? real : real.withFrames(FrameCounts.of(frames));
        return size == null ? cut : cut.withPicture(size, size, cut.framing());
      }
      return switch (part) {
        case CASME_TWO, SMIC, SAMM ->
            LabSettings.micro(
                part,
                subjects,
                clips,
                frames == null ? MICRO_FRAMES : frames,
                size == null ? MICRO_SIZE : size,
                seed);
        case CK_PLUS, MMI -> {
          int length = frames == null ? MACRO_FRAMES : frames;
          LabSettings full =
              part == Layout.MMI
                  ? LabSettings.mmi(subjects, clips, length, seed)
                  : LabSettings.ckplus(subjects, clips, length, seed);
          yield size == null ? full : full.withPicture(size, size, Framing.CROPPED);
        }
      };
    } catch (IllegalArgumentException e) {
      throw new InputException(e.getMessage() == null ? "lab: bad settings" : e.getMessage());
    }
  }
}
