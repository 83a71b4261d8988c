package org.macro2micro.studio.page;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes of a generated film what Chromium can show in place of a camera: JPEG files one after the
 * other. The film's frames are JPEG files already.
 */
final class FilmedCamera {
  private static final int HEAD = 8;

  private FilmedCamera() {}

  /**
   * Writes the film's frames forwards and then backwards, since Chromium begins anew at the end and
   * a face that jumps would be a movement.
   */
  static Path write(Path film, Path camera) throws IOException {
    List<byte[]> frames = frames(Files.readAllBytes(film));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(camera))) {
      for (byte[] frame : frames) {
        out.write(frame);
      }
      for (int i = frames.size() - 1; i >= 0; i--) {
        out.write(frames.get(i));
      }
    }
    return camera;
  }

  /** Reads the pieces of an AVI file's one list of frames, each a name, a length and the bytes. */
  private static List<byte[]> frames(byte[] film) {
    ByteBuffer bytes = ByteBuffer.wrap(film).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> frames = new ArrayList<>();
    int at = new String(film, StandardCharsets.ISO_8859_1).indexOf("movi") + 4;
    while (at + HEAD < film.length) {
      String name = new String(film, at, 4, StandardCharsets.ISO_8859_1);
      int length = bytes.getInt(at + 4);
      if ("idx1".equals(name)) {
        break;
      }
      if ("00dc".equals(name)) {
        byte[] frame = new byte[length];
        bytes.get(at + HEAD, frame);
        frames.add(frame);
      }
      at += HEAD + length + length % 2;
    }
    return frames;
  }
}
