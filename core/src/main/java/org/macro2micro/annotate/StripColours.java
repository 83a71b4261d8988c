package org.macro2micro.annotate;

import java.awt.Color;
import org.macro2micro.drawing.ClassColour;

/**
 * The colours of what is drawn around a video's picture; they are those of the page in dark mode.
 */
final class StripColours {
  static final Color BACK = new Color(0x14171b);
  static final Color PANEL = new Color(0x1e2228);
  static final Color TEXT = new Color(0xe7e9ec);
  static final Color SOFT = new Color(0xa4acb7);
  static final Color LINE = new Color(0x3a414b);
  static final Color THRESHOLD = new Color(0xf08c46);

  private StripColours() {}

  static Color of(int classNumber) {
    return new Color(ClassColour.of(classNumber).onDark());
  }

  /** Returns the colour with an opacity in [0, 1]. */
  static Color faint(Color colour, double opacity) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
  }
}
