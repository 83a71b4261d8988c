package org.macro2micro.lab.face;

/** The ways in which hair is worn. */
enum HairStyle {
  SHORT,
  CROPPED,
  SIDE_PARTED,
  FRINGE,
  CURLY,
  LONG,
  BOB,
  TIED_BACK;

  /** Whether hair falls behind the cheeks. */
  boolean falls() {
    return this == LONG || this == BOB;
  }
}
