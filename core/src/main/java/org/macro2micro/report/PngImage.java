package org.macro2micro.report;

import java.util.Arrays;
import java.util.Base64;

/**
 * A picture that travels within the page.
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

  /** The address that holds the picture itself. */
  public String dataUri() {
    return "data:image/png;base64," + base64;
  }
}
