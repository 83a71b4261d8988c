package org.macro2micro.clip;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One action unit of the Facial Action Coding System (FACS) as a person coded it, such as R12B: the
 * right lip corner is pulled up slightly.
 *
 * @param number the unit's number in FACS, 1 to 99
 * @param side the part of the face that moves alone; empty where none is named, which in FACS means
 *     both sides
 * @param intensity 1 (FACS's A, a trace) to 5 (E, the most a face can do); empty where none is
 *     given
 * @param doubtful whether the coder put a question mark to it
 */
public record UnitCode(int number, Optional<Side> side, OptionalInt intensity, boolean doubtful) {
  private static final int MOST = 99;
  private static final String LETTERS = "ABCDE";

  /** The part of a face that moves alone. */
  public enum Side {
    /** The left of the face, L. */
    LEFT,
    /** The right of the face, R. */
    RIGHT,
    /** The upper lip, T for top. */
    TOP,
    /** The lower lip, B for bottom. */
    BOTTOM
  }

  public UnitCode {
    if (number < 1 || number > MOST) {
      throw new IllegalArgumentException(
          "action unit " + number + ": expected a number of FACS, 1 to " + MOST);
    }
    if (intensity.isPresent()
        && (intensity.getAsInt() < 1 || intensity.getAsInt() > LETTERS.length())) {
      throw new IllegalArgumentException(
          "action unit %d: intensity %d, expected 1 (A) to 5 (E)"
              .formatted(number, intensity.getAsInt()));
    }
  }

  /** A unit without a side and an intensity. */
  public static UnitCode of(int number) {
    return new UnitCode(number, Optional.empty(), OptionalInt.empty(), false);
  }

  /** The unit as sheets write it, such as "R12B" or "4?". */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    side.ifPresent(s -> text.append(s.name().charAt(0)));
    text.append(number);
    intensity.ifPresent(i -> text.append(LETTERS.charAt(i - 1)));
    return text.append(doubtful ? "?" : "").toString();
  }
}
