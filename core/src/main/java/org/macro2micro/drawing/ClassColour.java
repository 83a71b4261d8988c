package org.macro2micro.drawing;

import java.util.List;

/**
 * The colours of classes, the same on pages and in videos. After Okabe and Ito ("Color universal
 * design", 2002): people who can't distinguish red and green can still distinguish these colours;
 * on white they are darkened for contrast. Classes beyond the palette start it again, and every
 * class is also named wherever it is coloured.
 *
 * @param onLight red, green, blue on a light ground, 0xRRGGBB
 * @param onDark the same on a dark background
 */
public record ClassColour(int onLight, int onDark) {
  private static final List<ClassColour> PALETTE =
      List.of(
          new ClassColour(0x0072b2, 0x56b4e9),
          new ClassColour(0xc05000, 0xf0913f),
          new ClassColour(0x008060, 0x2fc493),
          new ClassColour(0xa6427f, 0xe28dbd),
          new ClassColour(0x8a6a00, 0xe6c229),
          new ClassColour(0x5a4fb0, 0xa79cf0),
          new ClassColour(0x8c3b2e, 0xd98a78),
          new ClassColour(0x4c6a2c, 0xa5c873));

  /** The colour of the class of this number, from 0. */
  public static ClassColour of(int index) {
    return PALETTE.get(index % PALETTE.size());
  }

  /** Custom properties of a style sheet, {@code --class-0} and so on, that follow the page. */
  public static String style(int classes) {
    StringBuilder light = new StringBuilder();
    StringBuilder dark = new StringBuilder();
    for (int i = 0; i < classes; i++) {
      light.append("--class-%d:#%06x;".formatted(i, of(i).onLight));
      dark.append("--class-%d:#%06x;".formatted(i, of(i).onDark));
    }
    return ":root{%s}\n@media screen and (prefers-color-scheme:dark){:root:not([data-print]){%s}}\n"
        .formatted(light, dark);
  }
}
