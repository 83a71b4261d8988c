package org.macro2micro.method;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.macro2micro.nn.ComputeDevice;

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
   * @param device where a network computes
   * @return what recognises clips of anybody; close it after use
   * @throws IllegalArgumentException if the weights are damaged or of another method or settings
   */
  Recognizer open(TrainedModel model, ComputeDevice device);

  /** Loads it for the processor. */
  default Recognizer open(TrainedModel model) {
    return open(model, ComputeDevice.CPU);
  }

  /**
   * Epochs of one training by the name of what is trained, in order; pieces that rows of an
   * experiment share have the same name in all of them. Empty for a method without epochs.
   */
  default SortedMap<String, Integer> epochs() {
    return Collections.emptySortedMap();
  }

  /** Whether it learns from macro-expressions. */
  default boolean isGuided() {
    return false;
  }

  /** How macro clips are prepared for it, if it learns from any. */
  default MacroForm macroForm() {
    return MacroForm.LIKE_MICRO;
  }

  /**
   * Learns from macro clips what all folds of a run share, and keeps it in the work store, where
   * {@link #train} finds it. Does nothing for a method that shares nothing, or nothing in this way.
   *
   * @param data whose micro clips are not used
   * @param context with the run's seed
   */
  default void learnShared(TrainingData data, FitContext context) {}

  /**
   * Digests of the files that its settings name, by the name of the setting within its block. Reads
   * and checks the files, so that what is wrong with them is told before anything is trained.
   *
   * @throws IllegalArgumentException if a file can't be read or does not hold what it must
   */
  default SortedMap<String, String> files() {
    return Collections.emptySortedMap();
  }

  /** What must be said of its results under these settings, a sentence each. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * Whether what it {@link #open}s can be exported: it is a {@link NetworkRecognizer}, and its view
   * says what the arrays hold.
   */
  default boolean isExportable() {
    return false;
  }

  /** Learns, and loads what was learnt. */
  default Recognizer fit(TrainingData data, FitContext context) {
    return open(train(data, context), context.device());
  }
}
