package org.macro2micro.annotate;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.Optional;
import org.macro2micro.drawing.BlockLetters;

/**
 * Lines of text of one height: in the machine's sans-serif font, or in letters made of squares on
 * machines without fonts, such as many servers.
 *
 * @param font empty for letters of squares
 * @param height pixels from the top of a capital to where the next line's would begin
 */
record Caption(Optional<Font> font, int height) {
  /** Measures text as the canvas draws it: smooth, and with letters placed between pixels. */
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private static final double CAPITALS = .72;
  private static final String CUT = "..";

  /** Returns text in a font if there is one. */
  static Caption of(int height) {
    try {
      Font font = new Font(Font.SANS_SERIF, Font.BOLD, height);
      font.createGlyphVector(MEASURE, "A").getVisualBounds();
      return new Caption(Optional.of(font), height);
    } catch (RuntimeException | LinkageError | InternalError e) {
      // Without fonts, or without the libraries that draw them, the JDK fails in any of these ways.
      return withoutFonts(height);
    }
  }

  static Caption withoutFonts(int height) {
    return new Caption(Optional.empty(), height);
  }

  /** Returns the width from the left of the first letter to the right of the last, in pixels. */
  int width(String text) {
    return font.map(f -> (int) Math.ceil(f.getStringBounds(text, MEASURE).getWidth()))
        .orElse(BlockLetters.width(text, square()));
  }

  /** Returns the text, or as much of its beginning as fits into a width in pixels. */
  String fitted(String text, int most) {
    if (width(text) <= most) {
      return text;
    }
    int length = text.length();
    while (length > 0 && width(text.substring(0, length) + CUT) > most) {
      length--;
    }
    return text.substring(0, length) + CUT;
  }

  /** Draws in the canvas' paint; (x, y) is the upper left corner of the first capital. */
  void draw(Graphics2D canvas, String text, int x, int y) {
    if (font.isPresent()) {
      canvas.setFont(font.get());
      canvas.drawString(text, x, (float) (y + CAPITALS * height));
    } else {
      BlockLetters.write(canvas, text, x, y, square());
    }
  }

  /** Returns the height of a capital in pixels. */
  int capitals() {
    return font.isPresent() ? (int) Math.round(CAPITALS * height) : BlockLetters.HEIGHT * square();
  }

  private int square() {
    return Math.max(1, (int) Math.round(CAPITALS * height / BlockLetters.HEIGHT));
  }
}
