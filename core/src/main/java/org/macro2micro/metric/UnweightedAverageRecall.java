package org.macro2micro.metric;

/**
 * Recall averaged over classes without regard to their size, in [0, 1]: "UAR" of Tables 3 and 5 and
 * of MEGC 2019.
 */
public final class UnweightedAverageRecall {
  private UnweightedAverageRecall() {}

  /**
   * The mean of TP / (TP + FN) over the classes that occur in the truth.
   *
   * @throws IllegalArgumentException if no clip was counted
   */
  public static double of(ConfusionMatrix confusion) {
    confusion.requireClips();
    double sum = 0;
    int classes = 0;
    for (int label = 0; label < confusion.size(); label++) {
      int support = confusion.support(label);
      if (support > 0) {
        sum += (double) confusion.truePositives(label) / support;
        classes++;
      }
    }
    return sum / classes;
  }
}
