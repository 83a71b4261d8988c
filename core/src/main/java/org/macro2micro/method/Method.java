package org.macro2micro.method;

/** A way to learn micro-expression recognition from labelled clips. */
public interface Method {
  /**
   * Learns from the training clips alone.
   *
   * @param data training clips of this fold; nothing of the held-out subject
   * @param context seeds, kept work and listener of this fold
   * @return what recognises clips of anybody; close it after use
   */
  Recognizer fit(TrainingData data, FitContext context);
}
