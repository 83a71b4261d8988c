package org.macro2micro.metric;

/** Share of the clips that were called by their class, in [0, 1] (Tables 2 and 4). */
public final class Accuracy {
  private Accuracy() {}

  /**
   * (sum of TP) / clips.
   *
   * @throws IllegalArgumentException if no clip was counted
   */
  public static double of(ConfusionMatrix confusion) {
    double right = 0;
    for (int label = 0; label < confusion.size(); label++) {
      right += confusion.truePositives(label);
    }
    return right / confusion.requireClips();
  }
}
