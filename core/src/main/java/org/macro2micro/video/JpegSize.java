package org.macro2micro.video;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The size that a JPEG claims.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record JpegSize(int width, int height) {
  /**
   * Reads the size without decoding the picture.
   *
   * @throws IOException if the bytes are no JPEG
   */
  public static JpegSize of(byte[] jpeg) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in, true, true);
      return new JpegSize(reader.getWidth(0), reader.getHeight(0));
    } catch (IOException | RuntimeException e) {
      // ImageIO throws unchecked exceptions on some damaged headers.
      throw new IOException("the picture is not a JPEG, or its head is damaged", e);
    } finally {
      reader.dispose();
    }
  }
}
