package org.macro2micro.lab.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes image files. */
public final class FrameFile {
  private FrameFile() {}

  /** Writes a JPEG; {@code quality} from 0 to 1. */
  public static void writeJpeg(BufferedImage image, Path file, double quality) throws IOException {
    Files.write(file, encode(image, "jpeg", quality));
  }

  /** Writes a PNG file. */
  public static void writePng(BufferedImage image, Path file) throws IOException {
    Files.write(file, encode(image, "png", 1));
  }

  /** Writes a BMP file. */
  public static void writeBmp(BufferedImage image, Path file) throws IOException {
    Files.write(file, encode(image, "bmp", 1));
  }

  private static byte[] encode(BufferedImage image, String format, double quality)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality((float) quality);
      }
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
