package org.macro2micro.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a method may learn from in one fold.
 *
 * @param micro micro-expressions of the training subjects
 * @param macro macro-expressions, or null where the method needs none
 * @param macroCounterparts for each macro class the micro class it corresponds to, or -1
 */
public record TrainingData(
    LabelledExamples micro, @Nullable LabelledExamples macro, List<Integer> macroCounterparts) {
  public TrainingData {
    macroCounterparts = List.copyOf(macroCounterparts);
    if (macro != null && macroCounterparts.size() != macro.labels().size()) {
      throw new IllegalArgumentException(
          "macro counterparts: %d, expected one for each of the labels %s"
              .formatted(macroCounterparts.size(), macro.labels()));
    }
  }
}
