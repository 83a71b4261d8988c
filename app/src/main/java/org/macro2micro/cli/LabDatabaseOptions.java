package org.macro2micro.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macro2micro.lab.plan.FrameCounts;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Layout;
import picocli.CommandLine.Option;

/** The options of a database that the lab draws. */
final class LabDatabaseOptions {
  /** The names of these options. */
  static final List<String> NAMES =
      List.of("--like", "--subjects", "--clips", "--frames", "--size");

  private static final int MICRO_FRAMES = 12;
  private static final int MACRO_FRAMES = 10;
  private static final int MICRO_SIZE = 128;
  private static final String PEOPLE = "10";
  private static final String CLIPS = "10";

  @Option(
      names = "--like",
      paramLabel = "DATABASE",
      description =
          "Draw as many people and clips as the real database has, and repeat the known errors of its"
              + " lists. The name must be that of the layout.")
  private @Nullable String like;

  @Option(
      names = "--subjects",
      paramLabel = "N",
      defaultValue = PEOPLE,
      description = "Number of people (default: ${DEFAULT-VALUE}).")
  private int subjects = Integer.parseInt(PEOPLE);

  @Option(
      names = "--clips",
      paramLabel = "N",
      defaultValue = CLIPS,
      description = "Number of clips of each person (default: ${DEFAULT-VALUE}).")
  private int clips = Integer.parseInt(CLIPS);

  @Option(
      names = "--frames",
      paramLabel = "N",
      description =
          "Number of frames of each clip (default: 12 for micro-expressions and 10 for"
              + " macro-expressions; with --like, the lengths of the real clips).")
  private @Nullable Integer frames;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description =
          "Width and height of the frames (default: 128, but 640x490 for ckplus and 360x288 for mmi;"
              + " with --like, the size of the real frames).")
  private @Nullable Integer size;

  /**
   * The lab's settings for one database.
   *
   * @param part the layout of the database
   * @param layout the layout that was asked for, which may be composite
   * @throws InputException if a setting is out of its bounds
   */
  LabSettings settings(Layout part, String layout, long seed) throws InputException {
    try {
      if (like != null) {
        return likeTheRealOne(part, layout, like, seed);
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
      throw new InputException(
          e.getMessage() == null ? "lab: the settings can't be used" : e.getMessage());
    }
  }

  private LabSettings likeTheRealOne(Layout part, String layout, String database, long seed)
      throws InputException {
    if (!database.equals(layout)) {
      throw new InputException(
          "lab: --like %s does not go with layout %s; use the same name"
              .formatted(database, layout));
    }
    LabSettings real = LabSettings.like(part, seed);
    LabSettings cut = frames == null ? real : real.withFrames(FrameCounts.of(frames));
    return size == null ? cut : cut.withPicture(size, size, cut.framing());
  }
}
