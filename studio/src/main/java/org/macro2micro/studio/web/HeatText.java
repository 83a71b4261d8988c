package org.macro2micro.studio.web;

import java.util.Locale;
import org.macro2micro.studio.film.FilmResult;

/** Says in words what the picture of a decision shows. */
final class HeatText {
  /** A fall that is smaller is told as if the score stayed. */
  private static final double LEAST = .01;

  private static final double PERCENT = 100;
  private static final double THIRD = 1 / 3.;

  private HeatText() {}

  /**
   * Returns one or two sentences.
   *
   * @param label the class that was named
   */
  static String of(String label, FilmResult.Heat heat) {
    if (heat.score() - heat.without() < LEAST) {
      return "The decision rests on no single part: whichever is hidden, the score of %s stays within a point or rises."
          .formatted(label);
    }
    return String.format(
        Locale.ROOT,
        "Hiding the coloured parts changes the decision most: without the movement in the %s of the picture the score of %s falls from %.0f%% to %.0f%%.",
        place(heat.x(), heat.y()),
        label,
        PERCENT * heat.score(),
        PERCENT * heat.without());
  }

  private static String place(double x, double y) {
    String down = y < THIRD ? "upper" : y > 1 - THIRD ? "lower" : "";
    String across = x < THIRD ? "left" : x > 1 - THIRD ? "right" : "middle";
    return down.isEmpty() ? across : down + " " + across;
  }
}
