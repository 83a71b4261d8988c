package org.macro2micro.run;

import java.util.function.IntConsumer;

/** Hears the epochs of one fold after the other and tells how much of the present one is done. */
final class FoldShare implements RunListener {
  private final long epochs;
  private final IntConsumer percent;
  private long before;
  private long last;
  private int said;

  /**
   * @param epochs of a fold; 0 for one without epochs, of which nothing is told
   * @param percent is called when a whole number of percent is reached
   */
  FoldShare(long epochs, IntConsumer percent) {
    this.epochs = epochs;
    this.percent = percent;
  }

  /** The next fold begins. */
  void begin() {
    before = last;
    said = 0;
  }

  @Override
  public void begin(String name, long steps) {}

  @Override
  public void done(long steps) {
    last = steps;
    int now = epochs == 0 ? 0 : (int) Math.min(100, 100 * (steps - before) / epochs);
    if (now > said) {
      said = now;
      percent.accept(now);
    }
  }

  @Override
  public void note(String text) {}
}
