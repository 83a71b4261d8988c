package org.macro2micro.lab.movement;

/**
 * The range from which the intensity of each unit of an expression is drawn, uniformly, on FACS's
 * scale from 0 to 5.
 *
 * @param from weakest, at least 0
 * @param to strongest, at most 5
 */
public record Intensity(double from, double to) {
  /** Micro-expressions: U(.5, 1.5), as in MiE-X (ECCV 2022). */
  public static final Intensity MICRO = new Intensity(.5, 1.5);

  /** Macro-expressions: U(1.5, 4). */
  public static final Intensity MACRO = new Intensity(1.5, 4);

  public Intensity {
    if (!(from >= 0 && from <= to && to <= ActionUnits.FULL)) {
      throw new IllegalArgumentException(
          "intensity range [%s, %s]: expected 0 <= from <= to <= 5, FACS's scale"
              .formatted(from, to));
    }
  }
}
