package org.macro2micro.method;

import java.util.List;

/** A way to learn which action units clips show. */
public interface UnitMethod {
  /**
   * Learns from training clips alone.
   *
   * @param clips with the codings of their action units, of all of them
   * @param units the numbers of the K units to be told, each once
   * @param context seeds and listener of this fold; the last epoch counts
   * @return what tells them; close it after use
   */
  UnitRecognizer fit(LabelledExamples clips, List<Integer> units, FitContext context);

  /** Epochs of one training. */
  int epochs();
}
