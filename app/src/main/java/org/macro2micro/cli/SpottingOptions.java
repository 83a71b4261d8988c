package org.macro2micro.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macro2micro.exchange.ExportFormat;
import org.macro2micro.preprocess.FaceChoice;
import picocli.CommandLine.Option;

/** The options of long videos. */
final class SpottingOptions {
  @Option(names = "--spot", description = "Find micro-expressions in long videos and name them.")
  private boolean spot;

  @Option(
      names = "--movement-only",
      description =
          "Find brief movements in long videos and name no emotion; no model is given, and --spot"
              + " goes without saying.")
  private boolean movementOnly;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Frames per second of a folder of frames, or of a video whose own statement is wrong.")
  private @Nullable Double rate;

  @Option(
      names = "--face",
      paramLabel = "left|right|largest|N",
      description =
          "Which of several people is followed; N counts from the left (default: largest).")
  private @Nullable String face;

  @Option(
      names = "--annotate",
      description = "Also write the video with what was found drawn on it.")
  private boolean annotate;

  @Option(
      names = "--export",
      split = ",",
      paramLabel = "FORMAT",
      description =
          "Also write what was found for annotation tools: boris, eaf, textgrid, vtt, bids, label-studio,"
              + " csv; several with commas.")
  private List<String> exports = new ArrayList<>();

  /** Returns whether long videos are looked at. */
  boolean isWanted() {
    return spot || movementOnly;
  }

  /** Returns whether what is found stays without a name. */
  boolean isMovementOnly() {
    return movementOnly;
  }

  boolean isAnnotating() {
    return annotate;
  }

  OptionalDouble rate() {
    return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
  }

  /** Which person is followed. */
  FaceChoice face() throws InputException {
    try {
      return face == null ? FaceChoice.LARGEST : FaceChoice.of(face);
    } catch (IllegalArgumentException e) {
      throw new InputException("predict: --face: " + e.getMessage());
    }
  }

  /** The formats for annotation tools, each once, in the order given. */
  Set<ExportFormat> exports() throws InputException {
    Set<ExportFormat> formats = new LinkedHashSet<>();
    for (String word : exports) {
      formats.add(
          ExportFormat.of(word.strip().toLowerCase(Locale.ROOT))
              .orElseThrow(
                  () ->
                      new InputException(
                          "predict: --export %s, expected some of boris, eaf, textgrid, vtt, bids, label-studio, csv"
                              .formatted(word))));
    }
    return formats;
  }

  /** Refuses options that can't be right or would have no effect. */
  void requireSense() throws InputException {
    if (rate != null && !(rate > 0 && Double.isFinite(rate))) {
      throw new InputException(
          "predict: --rate %s, expected frames per second: a number above 0".formatted(rate));
    }
    String alone = annotate ? "--annotate" : rate != null ? "--rate" : face != null ? "--face" : "";
    alone = alone.isEmpty() && !exports.isEmpty() ? "--export" : alone;
    if (!isWanted() && !alone.isEmpty()) {
      throw new InputException(
          "predict: %s is for long videos; give --spot too, or leave it out".formatted(alone));
    }
    face();
    exports();
  }
}
