package org.macro2micro.preprocess;

import java.util.Locale;

/** How a face is brought to the same place in every clip. */
public enum Align {
  /** No alignment: the pictures show a face that was cropped before. */
  NONE,
  /**
   * The square about the face that was found, a tenth larger on each side. One square a clip, so
   * that a head that moves goes on moving as it did.
   */
  BOX,
  /**
   * The eyes at {@link FacePlacement#EYE_LEFT} and {@link FacePlacement#EYE_RIGHT} of the width and
   * {@link FacePlacement#EYE_HEIGHT} of the height, by one similarity transform for each clip; each
   * frame then follows the head, as {@link HeadMotion} sees it move from the onset.
   */
  EYES;

  /** Returns the name in settings. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
