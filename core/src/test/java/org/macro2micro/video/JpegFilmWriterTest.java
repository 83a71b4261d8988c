package org.macro2micro.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpegFilmWriterTest {
  private static final double[] TIMES = {5, 5.033, 5.0667, 5.25, 5.2501, 7};
  private static final double[] FILM = {0, .033, .067, .25, .251, 2};

  @TempDir Path folder;

  /** A grey picture whose level is its number times 30. */
  private static byte[] jpeg(int number) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(30 * number, 30 * number, 30 * number));
    pen.fillRect(0, 0, 64, 48);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    return bytes.toByteArray();
  }

  private static void requirePictures(Path file) throws IOException {
    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(List.of(reader.width(), reader.height())).containsExactly(64, 48);
      for (int i = 0; i < TIMES.length; i++) {
        Optional<BufferedImage> picture = reader.nextImage();
        assertThat(picture).isPresent();
        assertThat(reader.seconds()).isCloseTo(FILM[i], within(1e-9));
        int grey = picture.get().getRaster().getSample(20, 20, 1);
        assertThat(grey).isBetween(30 * i - 2, 30 * i + 2);
      }
      assertThat(reader.nextImage()).isEmpty();
      assertThat(reader.lost()).isEmpty();
    }
  }

  @Test
  void picturesAndTheirTimesAreReadAgain() throws IOException {
    Path file = folder.resolve("camera.mkv");
    try (JpegFilmWriter writer = JpegFilmWriter.open(file, jpeg(0), TIMES[0])) {
      for (int i = 1; i < TIMES.length; i++) {
        writer.add(jpeg(i), TIMES[i]);
      }
    }
    requirePictures(file);
    byte[] first = Files.readAllBytes(file);
    Path again = folder.resolve("again.mkv");
    try (JpegFilmWriter writer = JpegFilmWriter.open(again, jpeg(0), TIMES[0])) {
      for (int i = 1; i < TIMES.length; i++) {
        writer.add(jpeg(i), TIMES[i]);
      }
    }
    assertThat(Files.readAllBytes(again)).isEqualTo(first);
  }

  /** As after a process that was killed: the end of the film was never written. */
  @Test
  void aFilmThatWasNotClosedCanBeRead() throws IOException {
    Path file = folder.resolve("camera.mkv");
    Path killed = folder.resolve("killed.mkv");
    try (JpegFilmWriter writer = JpegFilmWriter.open(file, jpeg(0), TIMES[0])) {
      for (int i = 1; i < TIMES.length; i++) {
        writer.add(jpeg(i), TIMES[i]);
      }
      writer.flush();
      Files.copy(file, killed);
    }
    assertThat(Files.size(killed)).isLessThan(Files.size(file));
    requirePictures(killed);
  }

  @Test
  void whatIsNoJpegOrHasNoFolderIsRefused() throws IOException {
    assertThatThrownBy(() -> JpegFilmWriter.open(folder.resolve("a.mkv"), new byte[] {1, 2}, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a JPEG");
    byte[] picture = jpeg(0);
    assertThatThrownBy(() -> JpegFilmWriter.open(folder.resolve("none/a.mkv"), picture, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.mkv can't be written");
  }
}
