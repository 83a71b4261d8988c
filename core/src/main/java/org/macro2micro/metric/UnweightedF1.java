package org.macro2micro.metric;

/**
 * F1 averaged over classes without regard to their size, in [0, 1]: "F1" of Tables 2 and 4, "UF1"
 * of Tables 3 and 5 and of MEGC 2019. It is taken from pooled counts, so it is not a mean over
 * folds.
 */
public final class UnweightedF1 {
  private UnweightedF1() {}

  /**
   * The mean of 2TP / (2TP + FP + FN) over the classes that occur in the truth. A class that is
   * never predicted has 0; a class that never occurs is left out of the mean.
   *
   * @throws IllegalArgumentException if no clip was counted
   */
  public static double of(ConfusionMatrix confusion) {
    confusion.requireClips();
    double sum = 0;
    int classes = 0;
    for (int label = 0; label < confusion.size(); label++) {
      if (confusion.support(label) > 0) {
        double hits = 2.0 * confusion.truePositives(label);
        sum += hits / (hits + confusion.falsePositives(label) + confusion.falseNegatives(label));
        classes++;
      }
    }
    return sum / classes;
  }
}
