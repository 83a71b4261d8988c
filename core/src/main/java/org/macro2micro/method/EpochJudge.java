package org.macro2micro.method;

/**
 * Decides which epoch of a training is kept: the one with the highest score. Knows the labels that
 * a method must not see; the method hears nothing but the score.
 */
public interface EpochJudge {
  /** Everything that determines the scores, for the keys of kept work. */
  String key();

  /**
   * Higher is better.
   *
   * @param candidate the method as this epoch left it; not to be closed
   */
  double score(Recognizer candidate);
}
