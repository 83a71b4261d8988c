package org.macro2micro.metric;

/**
 * The scores that the tables print for one row, each in [0, 1].
 *
 * @param accuracy share of the clips called by their class
 * @param f1 mean F1 over the classes, as Tables 2 and 4 name it
 * @param uf1 the same number, as Tables 3 and 5 name it
 * @param uar mean recall over the classes
 */
public record Scores(double accuracy, double f1, double uf1, double uar) {
  /**
   * The scores of pooled counts.
   *
   * @throws IllegalArgumentException if no clip was counted
   */
  public static Scores of(ConfusionMatrix confusion) {
    double f1 = UnweightedF1.of(confusion);
    return new Scores(Accuracy.of(confusion), f1, f1, UnweightedAverageRecall.of(confusion));
  }

  /** The number of this name. */
  public double get(Score score) {
    return switch (score) {
      case ACCURACY -> accuracy;
      case UF1 -> uf1;
      case UAR -> uar;
    };
  }
}
