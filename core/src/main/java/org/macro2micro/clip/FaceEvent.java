package org.macro2micro.clip;

import java.util.Locale;

/**
 * An event in a long video, such as a blink, as people annotate it.
 *
 * @param onset first frame, from 0
 * @param apex frame of the largest movement, onset &lt;= apex &lt;= offset
 * @param offset last frame, itself part of the event
 * @param kind what sort of event it is
 * @param label what is shown, such as "happiness"; empty where nothing is named
 */
public record FaceEvent(int onset, int apex, int offset, Kind kind, String label) {
  /** What sort of event it is. */
  public enum Kind {
    /** A micro-expression. */
    MICRO,
    /** A macro-expression. */
    MACRO,
    /** The eyes shut and open again. */
    BLINK,
    /** One muscle moves without a meaning. */
    TWITCH,
    /** The mouth moves as in speech. */
    TALK,
    /** The head moves fast and returns. */
    HEAD,
    /** The face moves for a moment; nobody has said yet what it is. */
    MOVEMENT;

    /** Returns the word that files use, such as "micro". */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public FaceEvent {
    if (onset < 0 || apex < onset || offset < apex) {
      throw new IllegalArgumentException(
          "%s: onset %d, apex %d, offset %d; expected 0 <= onset <= apex <= offset"
              .formatted(kind.word(), onset, apex, offset));
    }
  }
}
