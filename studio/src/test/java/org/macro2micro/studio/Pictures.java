package org.macro2micro.studio;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.macro2micro.video.VideoReader;

/** Makes of a film what a camera sends. */
public final class Pictures {
  private Pictures() {}

  /** Returns all frames of a film as JPEG. */
  public static List<byte[]> of(Path film) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    try (VideoReader reader = VideoReader.open(film)) {
      for (var next = reader.nextImage(); next.isPresent(); next = reader.nextImage()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(next.get(), "jpg", bytes);
        pictures.add(bytes.toByteArray());
      }
    }
    return pictures;
  }

  /**
   * Returns pictures in the form in which they travel.
   *
   * @param first number of the first one, from the start of the camera
   */
  public static byte[] batch(List<byte[]> pictures, double first, double rate) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (int i = 0; i < pictures.size(); i++) {
        out.writeDouble((first + i) / rate);
        out.writeInt(pictures.get(i).length);
        out.write(pictures.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
