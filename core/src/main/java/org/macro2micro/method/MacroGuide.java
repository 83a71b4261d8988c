package org.macro2micro.method;

import java.util.List;

/**
 * Macro-expressions that guide the learning of micro-expressions.
 *
 * @param examples the macro clips with their own classes
 * @param counterparts for each macro class the micro class it corresponds to, or -1
 */
public record MacroGuide(LabelledExamples examples, List<Integer> counterparts) {
  public MacroGuide {
    counterparts = List.copyOf(counterparts);
    if (counterparts.size() != examples.labels().size()) {
      throw new IllegalArgumentException(
          "macro counterparts: %d, expected one for each of the labels %s"
              .formatted(counterparts.size(), examples.labels()));
    }
  }

  /** All that determines the guide, for the key of kept work. */
  public String key() {
    return examples.key() + counterparts;
  }
}
