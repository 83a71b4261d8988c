package org.macro2micro.method;

/** A way to learn micro-expression recognition from labelled clips. */
public interface Method {
  /**
   * Learns from the training clips alone.
   *
   * @param data training clips of this fold; nothing of the held-out subject
   * @param context seeds, kept work and listener of this fold
   */
  TrainedModel train(TrainingData data, FitContext context);

  /**
   * Loads what {@link #train} learnt, with the same settings.
   *
   * @return what recognises clips of anybody; close it after use
   * @throws IllegalArgumentException if the weights are damaged or of another method or settings
   */
  Recognizer open(TrainedModel model);

  /** Learns, and loads what was learnt. */
  default Recognizer fit(TrainingData data, FitContext context) {
    return open(train(data, context));
  }
}
