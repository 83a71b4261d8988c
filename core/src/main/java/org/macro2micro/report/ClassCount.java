package org.macro2micro.report;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often a class was named.
 *
 * @param label the class
 * @param number of the class, from 0; its colour
 * @param times how often
 */
public record ClassCount(String label, int number, int times) {
  /** One a class, in order. */
  public static List<ClassCount> of(List<String> labels, List<String> named) {
    return IntStream.range(0, labels.size())
        .mapToObj(
            i -> new ClassCount(labels.get(i), i, Collections.frequency(named, labels.get(i))))
        .toList();
  }
}
