package org.macro2micro.studio.film;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures as JPEG, and makes them smaller where they are too wide. */
public final class ScaledJpeg {
  private static final float QUALITY = .88f;

  private ScaledJpeg() {}

  /**
   * Encodes a picture that was decoded.
   *
   * @param most the largest width in pixels, at least 1; a picture that is not wider keeps its size
   */
  public static byte[] of(BufferedImage image, int most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = writer();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(scaled(image, most), null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * Encodes a JPEG picture again if it is wider than {@code most}; otherwise returns it as it is.
   */
  public static byte[] of(byte[] jpeg, int most) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    if (image == null) {
      throw new IOException("frames: a picture is not JPEG; it is damaged");
    }
    return image.getWidth() <= most ? jpeg : of(image, most);
  }

  private static BufferedImage scaled(BufferedImage image, int most) {
    if (image.getWidth() <= most) {
      return image;
    }
    int height = Math.max(1, Math.round((float) image.getHeight() * most / image.getWidth()));
    BufferedImage small = new BufferedImage(most, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, most, height, null);
    graphics.dispose();
    return small;
  }

  private static ImageWriter writer() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    if (!writers.hasNext()) {
      throw new IllegalStateException("this Java can't write JPEG; take one with java.desktop");
    }
    return writers.next();
  }
}
