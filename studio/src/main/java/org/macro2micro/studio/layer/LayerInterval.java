package org.macro2micro.studio.layer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.FaceEvent;

/**
 * An interval that an annotator marks in a film.
 *
 * @param id names it within its layer: letters, digits, "_" and "-"
 * @param onset first frame, from 0
 * @param apex frame of the largest movement, from onset to offset; null if nobody said
 * @param offset last frame, itself part of it
 * @param kind micro or macro
 * @param label the class that the annotator names, such as "happiness", or null. It begins with a
 *     letter or a digit, so that no table program takes it for a formula
 * @param comment the annotator's own words; may be empty
 */
public record LayerInterval(
    String id,
    int onset,
    @Nullable Integer apex,
    int offset,
    String kind,
    @Nullable String label,
    String comment) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][^\\p{Cntrl}]{0,79}");
  private static final int LONGEST_COMMENT = 1000;

  public LayerInterval {
    label = label == null || label.isBlank() ? null : label.strip();
    comment = comment == null ? "" : comment;
    if (id == null || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "an interval has an id that is not 1 to 40 letters, digits, _ or -");
    }
    if (onset < 0 || offset < onset || (apex != null && (apex < onset || apex > offset))) {
      throw new IllegalArgumentException(
          "interval %s: onset %d, apex %s, offset %d; expected 0 <= onset <= apex <= offset"
              .formatted(id, onset, apex, offset));
    }
    if (!"micro".equals(kind) && !"macro".equals(kind)) {
      throw new IllegalArgumentException(
          "interval %s: its kind is not known; expected micro or macro".formatted(id));
    }
    if (label != null && !LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException(
          "interval %s: expected a label of up to 80 characters that begins with a letter or a digit"
              .formatted(id));
    }
    if (comment.length() > LONGEST_COMMENT) {
      throw new IllegalArgumentException(
          "interval %s: a comment of %d characters; expected at most %d"
              .formatted(id, comment.length(), LONGEST_COMMENT));
    }
  }

  /** Returns the kind of the interval. */
  FaceEvent.Kind event() {
    return kind.equals("micro") ? FaceEvent.Kind.MICRO : FaceEvent.Kind.MACRO;
  }

  /** Returns the apex, or the middle where none is known. */
  int middle() {
    return apex == null ? onset + (offset - onset) / 2 : apex;
  }

  /** Returns the share of frames that both have of those that either has, 0 to 1. */
  double overlap(LayerInterval other) {
    int common = Math.max(0, Math.min(offset, other.offset) - Math.max(onset, other.onset) + 1);
    int both = offset - onset + 1 + other.offset - other.onset + 1 - common;
    return (double) common / both;
  }
}
