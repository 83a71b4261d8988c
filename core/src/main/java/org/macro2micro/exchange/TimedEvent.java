package org.macro2micro.exchange;

import java.util.OptionalDouble;
import org.macro2micro.clip.FaceEvent;

/**
 * An event in a long video by its times, as tools for annotation keep it. An event of one frame
 * begins and ends at the same time, since times are those of frames.
 *
 * @param onsetSeconds time of the first frame, 0 to {@value #MOST_SECONDS}
 * @param apexSeconds time of the largest movement, from the onset to the offset, or empty
 * @param offsetSeconds time of the last frame, which is itself part of the event
 * @param kind what sort of event it is
 * @param label what is shown, such as "happiness"; empty where nothing is named. Characters that
 *     XML can't hold are replaced by U+FFFD
 * @param score how sure the recogniser is of the label, a finite number, or empty
 */
public record TimedEvent(
    double onsetSeconds,
    OptionalDouble apexSeconds,
    double offsetSeconds,
    FaceEvent.Kind kind,
    String label,
    OptionalDouble score) {
  /** The latest time that an event may have: 115 days. */
  public static final double MOST_SECONDS = 1e7;

  public TimedEvent {
    double apex = apexSeconds.orElse(onsetSeconds);
    if (!(onsetSeconds >= 0
        && apex >= onsetSeconds
        && offsetSeconds >= apex
        && offsetSeconds <= MOST_SECONDS)) {
      throw new IllegalArgumentException(
          "%s: onset %s s, apex %s s, offset %s s; expected 0 <= onset <= apex <= offset <= %s"
              .formatted(
                  kind.word(),
                  onsetSeconds,
                  apexSeconds.isPresent() ? apexSeconds.getAsDouble() : "none, of",
                  offsetSeconds,
                  MOST_SECONDS));
    }
    if (!Double.isFinite(score.orElse(0))) {
      throw new IllegalArgumentException(
          "%s at %s s: score %s; expected a finite number, or none"
              .formatted(kind.word(), onsetSeconds, score));
    }
    label = WritableText.of(label);
  }
}
