package org.macro2micro.loss;

/** Whose clips L_con sees. */
public enum ContrastDomains {
  /** Micro and macro clips, as in the paper. */
  BOTH,
  /**
   * Micro clips alone: no macro clip is a positive, a negative or a part of the denominator of Eq.
   * 7. A control that the paper lacks.
   */
  MICRO
}
