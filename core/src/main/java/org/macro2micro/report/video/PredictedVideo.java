package org.macro2micro.report.video;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;

/**
 * What was found in a video and what it was called, or what was found alone: then there are no
 * classes, and no interval has a label.
 *
 * @param file the video, as the reader should know it
 * @param spotting curve, threshold and frame rate
 * @param labels the classes in their order; empty where movements were looked for and not named
 * @param intervals in order, none overlapping another, all within the video; may be empty
 */
public record PredictedVideo(
    String file, Spotting spotting, List<String> labels, List<LabelledInterval> intervals) {
  /** What people read where no class is named. */
  static final String UNNAMED = "movement";

  public PredictedVideo {
    labels = List.copyOf(labels);
    intervals = List.copyOf(intervals);
    if (!(spotting.framesPerSecond() > 0 && Double.isFinite(spotting.framesPerSecond()))) {
      throw new IllegalArgumentException(
          "video %s: %s frames a second; expected a finite number above 0: give the camera's rate"
              .formatted(file, spotting.framesPerSecond()));
    }
    int free = 0;
    for (int i = 0; i < intervals.size(); i++) {
      LabelledInterval labelled = intervals.get(i);
      SpottedInterval interval = labelled.interval();
      String which = "video %s, interval %d".formatted(file, i + 1);
      if (interval.onset() < free || interval.offset() >= spotting.frames()) {
        throw new IllegalArgumentException(
            "%s: frames %d to %d; expected them within %d to %d, after the interval before and before the video's end"
                .formatted(
                    which, interval.onset(), interval.offset(), free, spotting.frames() - 1));
      }
      boolean isKnown =
          labels.isEmpty() ? labelled.label().isEmpty() : labels.contains(labelled.label());
      if (!isKnown || labelled.scores().size() != labels.size()) {
        throw new IllegalArgumentException(
            "%s: class \"%s\" with %d scores; expected one of %s and a score for each"
                .formatted(which, labelled.label(), labelled.scores().size(), labels));
      }
      free = interval.offset() + 1;
    }
  }

  /** The interval that a frame lies in, or empty. */
  public Optional<LabelledInterval> at(int frame) {
    int low = 0;
    int high = intervals.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (intervals.get(middle).interval().offset() < frame) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean inside = low < intervals.size() && intervals.get(low).interval().onset() <= frame;
    return inside ? Optional.of(intervals.get(low)) : Optional.empty();
  }

  /** Returns whether the intervals have classes. */
  public boolean isNamed() {
    return !labels.isEmpty();
  }

  /** The score of the class that an interval was given; empty where none is named. */
  public OptionalDouble score(LabelledInterval interval) {
    return isNamed()
        ? OptionalDouble.of(interval.scores().get(labels.indexOf(interval.label())))
        : OptionalDouble.empty();
  }

  /** The number of an interval's class from 0, which is its colour; 0 where none is named. */
  public int colour(LabelledInterval interval) {
    return Math.max(0, labels.indexOf(interval.label()));
  }

  /** What people read an interval as: its class, or "movement" where none is named. */
  public String word(LabelledInterval interval) {
    return isNamed() ? interval.label() : UNNAMED;
  }

  /** When a frame is, from the start of the video: "0:04.305", "1:02:00.000". */
  public String clock(int frame) {
    long milliseconds = Math.round(1000 * spotting.seconds(frame));
    long seconds = milliseconds / 1000;
    return seconds < 3600
        ? String.format(
            Locale.ROOT, "%d:%02d.%03d", seconds / 60, seconds % 60, milliseconds % 1000)
        : String.format(
            Locale.ROOT,
            "%d:%02d:%02d.%03d",
            seconds / 3600,
            seconds % 3600 / 60,
            seconds % 60,
            milliseconds % 1000);
  }
}
