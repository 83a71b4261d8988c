package org.macro2micro.studio.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A lab film as the file that Chromium takes for a camera: its JPEG frames one after the other. */
final class CameraFile {
  private static final byte[] FRAME = "00dc".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 8; // name and length of a chunk

  private CameraFile() {}

  static void write(Path avi, Path mjpeg) throws IOException {
    byte[] film = Files.readAllBytes(avi);
    ByteBuffer numbers = ByteBuffer.wrap(film).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = Files.newOutputStream(mjpeg)) {
      int at = 0;
      while (at + HEAD < film.length) {
        int length = isFrame(film, at) ? numbers.getInt(at + FRAME.length) : 0;
        if (length > 0 && at + HEAD + length <= film.length && (film[at + HEAD] & 0xff) == 0xff) {
          out.write(film, at + HEAD, length);
          at += HEAD + length;
        } else {
          at++;
        }
      }
    }
  }

  private static boolean isFrame(byte[] film, int at) {
    for (int i = 0; i < FRAME.length; i++) {
      if (film[at + i] != FRAME[i]) {
        return false;
      }
    }
    return true;
  }
}
