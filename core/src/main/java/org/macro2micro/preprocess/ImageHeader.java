package org.macro2micro.preprocess;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.macro2micro.clip.ClipId;

/**
 * Reads the size that an image claims, before it is decoded, and how its values are kept.
 *
 * @param file where it lies
 * @param width pixels, at least 2
 * @param height pixels, at least 2; width * height is at most {@link #MOST_PIXELS}
 * @param bits of one value, 1 to 16
 * @param orientation as EXIF numbers it, 1 (upright) to 8; decoding turns the picture by it
 */
record ImageHeader(Path file, int width, int height, int bits, int orientation) {
  /** Larger images are refused: a face needs less, and memory stays bounded. */
  static final long MOST_PIXELS = 64_000_000;

  private static final int LEAST_SIDE = 2;
  private static final int USUAL_BITS = 8;
  private static final int MOST_BITS = 16;
  private static final Set<String> FORMATS = Set.of("png", "jpeg", "bmp", "tif", "tiff");

  /**
   * Reads the header. The content decides what kind of image it is, not the file's name.
   *
   * @throws PreparationException if it is not a PNG, JPEG, BMP or TIFF, is damaged, too small or
   *     too large
   */
  static ImageHeader of(ClipId clip, Path file, byte[] content) throws PreparationException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            reader.setInput(in, true, true);
            return checked(clip, file, content, reader.getWidth(0), reader.getHeight(0));
          }
        } finally {
          reader.dispose();
        }
      }
    } catch (IOException | RuntimeException e) {
      // ImageIO's readers throw unchecked exceptions on some damaged headers.
      throw new PreparationException(
          clip,
          "image "
              + file
              + " is damaged: its header gives no width and height ("
              + e
              + "); expected a whole image: copy it again or leave the clip out",
          e);
    }
    throw new PreparationException(
        clip,
        "image "
            + file
            + " is not an image that can be read here: its content is not PNG, JPEG, BMP or TIFF; convert it or"
            + " leave the clip out");
  }

  private static ImageHeader checked(ClipId clip, Path file, byte[] content, int width, int height)
      throws PreparationException {
    if (width < LEAST_SIDE || height < LEAST_SIDE || (long) width * height > MOST_PIXELS) {
      throw new PreparationException(
          clip,
          "image %s is %dx%d pixels; expected at least %dx%d and at most %d in all: scale it or leave the clip out"
              .formatted(file, width, height, LEAST_SIDE, LEAST_SIDE, MOST_PIXELS));
    }
    int bits = ImageTags.bits(content);
    if (bits < 1 || bits > MOST_BITS) {
      throw new PreparationException(
          clip,
          "image %s has %d bits for each value; expected at most %d: convert it, for example with ffmpeg -i IMAGE -pix_fmt gray16 IMAGE.png"
              .formatted(file, bits, MOST_BITS));
    }
    return new ImageHeader(file, width, height, bits, ImageTags.orientation(content));
  }

  /** Whether its values go beyond those of 8 bits. */
  boolean isDeep() {
    return bits > USUAL_BITS;
  }
}
