package org.macro2micro.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * A picture that is stored within the page.
 *
 * @param base64 the PNG file's bytes in Base64
 */
public record PngImage(String base64) {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  public PngImage {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (!Arrays.equals(Arrays.copyOf(bytes, SIGNATURE.length), SIGNATURE)) {
      throw new IllegalArgumentException(
          "picture of %d bytes: it does not begin as a PNG file does; encode it as PNG"
              .formatted(bytes.length));
    }
  }

  /** The picture of a PNG file's bytes. */
  public static PngImage of(byte[] png) {
    return new PngImage(Base64.getEncoder().encodeToString(png));
  }

  /**
   * The picture of red, green and blue planes, one after the other.
   *
   * @param planes 3*width*height values; what lies outside of [0, 1] is cut
   */
  public static PngImage ofPlanes(int width, int height, float[] planes) {
    int plane = width * height;
    if (planes.length != 3 * plane) {
      throw new IllegalArgumentException(
          "picture of %d values; expected three planes of %dx%d"
              .formatted(planes.length, width, height));
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < plane; i++) {
      int rgb = 0;
      for (int channel = 0; channel < 3; channel++) {
        float value = planes[channel * plane + i];
        rgb = rgb << 8 | Math.max(0, Math.min(255, Math.round(255 * value)));
      }
      image.setRGB(i % width, i / width, rgb);
    }
    return of(image);
  }

  /** A picture as it is. */
  public static PngImage of(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    }
    return of(bytes.toByteArray());
  }

  /** The address that holds the picture itself. */
  public String dataUri() {
    return "data:image/png;base64," + base64;
  }
}
