package org.macro2micro.lab.face;

/** The places by which a face is drawn; each exists on both sides. */
enum Landmark {
  BROW_INNER(false),
  BROW_MIDDLE(false),
  BROW_OUTER(false),
  EYE_INNER(false),
  EYE_OUTER(false),
  UPPER_LID(false),
  LOWER_LID(false),
  NOSE_TIP(true),
  NOSE_WING(false),
  CHEEK(false),
  /** Highest place of the upper lip's outline, beside the cupid's bow. */
  UPPER_LIP(false),
  /** Lower edge of the upper lip. */
  UPPER_LIP_INNER(true),
  /** Upper edge of the lower lip. */
  LOWER_LIP_INNER(true),
  LOWER_LIP(true),
  MOUTH_CORNER(false),
  JAW(false),
  CHIN(true);

  private final boolean midline;

  Landmark(boolean midline) {
    this.midline = midline;
  }

  /** Whether the place lies on the middle line, so that both sides are one. */
  boolean midline() {
    return midline;
  }
}
