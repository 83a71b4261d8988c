package org.macro2micro.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.lab.film.FilmSettings;
import org.macro2micro.video.VideoWriter;

/** Films to upload. */
public final class Films {
  /** Brightness of a frame of {@link #grey} over that of the one before. */
  public static final int STEP = 4;

  private Films() {}

  /** A film without a face, whose frame n is grey of brightness 20 + 4 n. */
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
   * A folder with video001.avi, eight seconds of a generated face that moves, and truth.csv beside
   * it.
   */
  public static Path face(Path folder) throws IOException {
    FilmSettings settings =
        new FilmSettings(1, 8, 25, 320, 240, new FilmSettings.Rates(15, 0, 15, 0, 0, 0), 18);
    LabFilms.write(settings, folder, (done, all) -> {});
    return folder.resolve("video001.avi");
  }

  /** Bytes that begin as a film does and go on as none. */
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
