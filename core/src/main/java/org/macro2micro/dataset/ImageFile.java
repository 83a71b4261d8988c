package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Checks an image file by its name and header, without decoding it. */
final class ImageFile {
  private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "bmp", "tif", "tiff");
  private static final long MOST_PIXELS = 64_000_000;
  private static final int LEAST_SIDE = 2;

  private ImageFile() {}

  /** Returns whether the name ends in jpg, jpeg, png, bmp, tif or tiff, in any case. */
  static boolean hasImageName(Path file) {
    String name = Listing.nameOf(file);
    String extension = name.substring(name.lastIndexOf('.') + 1).strip();
    return EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
  }

  /** The name without extension and surrounding space. */
  static String stem(Path file) {
    return stem(Listing.nameOf(file));
  }

  /** Returns the same for a name that need not be that of a file. */
  static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).strip();
  }

  /**
   * Returns why the file can't be a frame, or empty if its header is sound. The content decides,
   * not the extension: a JPEG named .bmp is fine. At most 64 megapixels and at least 2x2.
   */
  static Optional<String> problem(Path file) {
    try {
      if (Files.size(file) == 0) {
        return Optional.of("image " + file + " is empty (0 bytes)");
      }
      return headerProblem(file);
    } catch (IOException | RuntimeException e) {
      // ImageIO's readers throw unchecked exceptions on some damaged headers.
      return Optional.of(
          "image " + file + " is damaged: its header gives no width and height (" + e + ")");
    }
  }

  private static Optional<String> headerProblem(Path file) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        if (EXTENSIONS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          try {
            reader.setInput(in, true, true);
            return sizeProblem(file, reader.getWidth(0), reader.getHeight(0));
          } finally {
            reader.dispose();
          }
        }
      }
      return Optional.of(
          "file " + file + " is not an image: its content is not JPEG, PNG, BMP or TIFF");
    }
  }

  private static Optional<String> sizeProblem(Path file, int width, int height) {
    String size = "image " + file + " is " + width + "x" + height + " pixels";
    if (width < LEAST_SIDE || height < LEAST_SIDE) {
      return Optional.of(size + ": too small to show anything");
    }
    if ((long) width * height > MOST_PIXELS) {
      return Optional.of(size + ": more than the 64 megapixels that are read");
    }
    return Optional.empty();
  }
}
