package org.macro2micro.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionTest {
  private static final List<Caption> BOTH = List.of(Caption.of(20), Caption.withoutFonts(20));

  @Test
  void textStaysWithinItsMeasures() {
    for (Caption caption : BOTH) {
      String text = "SURPRISE 0.87";
      BufferedImage image = new BufferedImage(400, 60, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D canvas = CurveStrip.smooth(image);
      canvas.setPaint(Color.WHITE);
      caption.draw(canvas, text, 30, 20);
      canvas.dispose();
      int ink = 0;
      for (int y = 0; y < 60; y++) {
        for (int x = 0; x < 400; x++) {
          if ((image.getRGB(x, y) & 255) > 0) {
            ink++;
            assertThat(x).isBetween(29, 31 + caption.width(text));
            assertThat(y).isBetween(18, 22 + caption.capitals());
          }
        }
      }
      assertThat(ink).isGreaterThan(300);
    }
  }

  @Test
  void lettersOfSquaresAreFiveWideWithOneBetween() {
    Caption caption = Caption.withoutFonts(20);
    assertThat(caption.width("")).isZero();
    assertThat(caption.width("A")).isEqualTo(5 * 2);
    assertThat(caption.width("AB")).isEqualTo(11 * 2);
    assertThat(caption.capitals()).isEqualTo(14);
  }

  @Test
  void textThatIsTooLongIsCut() {
    for (Caption caption : BOTH) {
      assertThat(caption.fitted("disgust", 1000)).isEqualTo("disgust");
      String cut = caption.fitted("a very long name of a class", 120);
      assertThat(cut).startsWith("a v").endsWith("..");
      assertThat(caption.width(cut)).isBetween(90, 120);
    }
  }
}
