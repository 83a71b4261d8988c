package org.macro2micro.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a person should know of a film's time, a sentence each. */
final class FilmNotes {
  /** No camera that films faces is slower. */
  private static final double UNLIKELY_BELOW = 10;

  /** Only few cameras that film faces are faster, and they say so. */
  private static final double UNLIKELY_ABOVE = 500;

  /** One frame in so many without a time of its own is a slip. */
  private static final int FEW = 50;

  /** Seconds, and share of the film, that may be missing at the end without a word. */
  private static final double LEAST_CUT = .5;

  private static final double CUT = .03;

  /** Seconds before the first frame that are not worth a word. */
  private static final double NO_START = .1;

  private FilmNotes() {}

  /**
   * @param isRateGiven whether the user stated the rate
   * @param firstSeconds time of the first frame
   * @param seconds time of the last frame so far
   * @param guessed number of frames without a time of their own
   * @param isAtEnd whether the film was read to its end
   */
  static List<String> of(
      Container container,
      Decoder decoder,
      boolean isRateGiven,
      double firstSeconds,
      double seconds,
      int guessed,
      boolean isAtEnd) {
    List<String> notes = new ArrayList<>();
    double stated = container.framesPerSecond();
    double rate =
        seconds > firstSeconds
            ? (decoder.frames() + missing(decoder) - 1) / (seconds - firstSeconds)
            : stated;
    if (!isRateGiven && !(rate >= UNLIKELY_BELOW && rate <= UNLIKELY_ABOVE)) {
      notes.add(
          text(
              "By the file there are %.4g frames a second, which is unlikely for a film of a face; if it is wrong, give the true rate with --rate N, such as --rate 30.",
              rate));
    }
    if (!isRateGiven && Math.abs(firstSeconds) > NO_START) {
      notes.add(
          text(
              "The first picture is at %.2f s: times are those of the file, as a player shows them.",
              firstSeconds));
    }
    if (!isRateGiven && guessed * FEW > decoder.frames()) {
      notes.add(
          text(
              "%d frames have no time stamp that goes on from the one before; their times follow from the rate of %.4g frames a second.",
              guessed, stated));
    }
    for (LostFrames lost : decoder.lost()) {
      notes.add(
          text(
              "%d frame%s could not be read around %.1f s: the file is damaged there, and nothing is spotted across the gap.",
              lost.count(), lost.count() == 1 ? "" : "s", lost.seconds()));
    }
    for (LostFrames broken : decoder.broken()) {
      notes.add(
          text(
              "%d frame%s damaged around %.1f s and left out, up to the next picture that stands by itself: nothing is spotted across a gap.",
              broken.count(), broken.count() == 1 ? " is" : "s are", broken.seconds()));
    }
    double end = container.promisedEnd();
    if (isAtEnd && !isRateGiven && seconds < end - Math.max(LEAST_CUT, end * CUT)) {
      notes.add(
          text(
              "The file says that the film lasts until %.1f s, and it ends at %.1f s, after %d frames: it may be cut off.",
              end, seconds, decoder.frames()));
    }
    if (isRateGiven) {
      notes.add(
          "Times are counted from the first picture by the rate that was given; those of the file are not used.");
    }
    return notes;
  }

  private static int missing(Decoder decoder) {
    return Stream.concat(decoder.lost().stream(), decoder.broken().stream())
        .mapToInt(LostFrames::count)
        .sum();
  }

  private static String text(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
