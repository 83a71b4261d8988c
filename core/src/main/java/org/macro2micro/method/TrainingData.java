package org.macro2micro.method;

import java.util.Optional;

/**
 * What a method may learn from in one fold.
 *
 * @param micro micro-expressions of the training subjects
 * @param guide macro-expressions; empty where no row of the method asks for them
 */
public record TrainingData(LabelledExamples micro, Optional<MacroGuide> guide) {
  /** Micro-expressions alone. */
  public static TrainingData of(LabelledExamples micro) {
    return new TrainingData(micro, Optional.empty());
  }

  /** Micro-expressions and the macro-expressions that guide. */
  public static TrainingData of(LabelledExamples micro, MacroGuide guide) {
    return new TrainingData(micro, Optional.of(guide));
  }

  /**
   * The guide of a method that can't do without.
   *
   * @param method named in the error
   * @throws IllegalArgumentException if there is none
   */
  public MacroGuide requireGuide(String method) {
    return guide.orElseThrow(
        () ->
            new IllegalArgumentException(
                method
                    + " needs macro-expression clips, and there are none: name a macro database"));
  }
}
