package org.macro2micro.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.lab.film.FilmSettings;
import org.macro2micro.video.VideoReader;
import org.macro2micro.video.VideoWriter;

/** Makes films to upload. */
public final class Films {
  /** The brightness of a frame of {@link #grey} less that of the frame before it. */
  public static final int STEP = 4;

  private Films() {}

  /** Writes a film without a face, whose frame n is grey of brightness 20 + 4 (n mod 55). */
  public static Path grey(Path file, int frames, int width, int height) throws IOException {
    try (VideoWriter video = VideoWriter.open(file, width, height, 25)) {
      for (int i = 0; i < frames; i++) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        int level = 20 + STEP * (i % 55);
        graphics.setColor(new Color(level, level, level));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        video.add(image);
      }
    }
    return file;
  }

  /**
   * Writes video001.avi, eight seconds of a generated face that moves, and truth.csv beside it, and
   * returns the film.
   */
  public static Path face(Path folder) throws IOException {
    FilmSettings settings =
        new FilmSettings(1, 8, 25, 320, 240, new FilmSettings.Rates(15, 0, 15, 0, 0, 0), 18);
    LabFilms.write(settings, folder, (done, all) -> {});
    return folder.resolve("video001.avi");
  }

  /** Writes the first frames of a film as a film of its own, at 25 frames a second. */
  static Path beginning(Path film, Path file, int frames) throws IOException {
    try (VideoReader reader = VideoReader.open(film, OptionalDouble.empty());
        VideoWriter video = VideoWriter.open(file, reader.width(), reader.height(), 25)) {
      for (int i = 0; i < frames; i++) {
        video.add(reader.nextImage().orElseThrow());
      }
    }
    return file;
  }

  /** Returns bytes that begin as an AVI file does and go on with nonsense. */
  public static byte[] broken() throws IOException {
    byte[] bytes = new byte[5000];
    byte[] head = {'R', 'I', 'F', 'F', 0x10, 0x20, 0, 0, 'A', 'V', 'I', ' ', 'L', 'I', 'S', 'T'};
    System.arraycopy(head, 0, bytes, 0, head.length);
    for (int i = head.length; i < bytes.length; i++) {
      bytes[i] = (byte) (31 * i + (i >> 3));
    }
    return bytes;
  }
}
