package org.macro2micro.lab.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Fisher and Yates's shuffle for the generators of seed paths (the JDK's takes only Random). */
public final class Shuffle {
  private Shuffle() {}

  /** The same elements in random order. */
  public static <T> List<T> of(List<T> elements, RandomGenerator random) {
    List<T> shuffled = new ArrayList<>(elements);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    return shuffled;
  }
}
