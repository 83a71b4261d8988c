package org.macro2micro.report.experiment;

/**
 * How well MaNet reads the macro-expressions that it was not trained on: a teacher that can't has
 * nothing to teach.
 *
 * @param database the macro database
 * @param accuracy share of its held-out clips called by their class, in [0, 1]
 * @param clips held-out clips, at least 1
 * @param split how they were held out, such as "12 of 123 subjects"
 */
public record MacroAccuracy(String database, double accuracy, int clips, String split) {
  public MacroAccuracy {
    if (!(accuracy >= 0 && accuracy <= 1) || clips < 1) {
      throw new IllegalArgumentException(
          "macro accuracy on %s: %s of %d clips; expected a share in [0, 1] of at least 1"
              .formatted(database, accuracy, clips));
    }
  }
}
