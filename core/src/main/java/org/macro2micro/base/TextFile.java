package org.macro2micro.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text of some other program, whatever it was encoded in: UTF-8, UTF-16 and UTF-32 with a byte
 * order mark; without one UTF-16 where every other byte is 0, UTF-8 where the bytes are, and
 * Windows-1252 otherwise.
 *
 * @param text without a byte order mark
 * @param encoding in which the bytes were read
 */
public record TextFile(String text, String encoding) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int BYTE_MASK = 0xff;

  /**
   * Reads a file.
   *
   * @param mostMegabytes the largest that is read, in millions of bytes
   * @throws IOException if it can't be read, is larger, or is not text; the message has no path
   */
  public static TextFile of(Path file, int mostMegabytes) throws IOException {
    long bytes = Files.size(file);
    if (bytes > mostMegabytes * 1_000_000L) {
      throw new IOException(
          "it has %d bytes, at most %d million are read".formatted(bytes, mostMegabytes));
    }
    TextFile read = of(Files.readAllBytes(file));
    if (read.text.indexOf('\0') >= 0) {
      throw new IOException(
          "it is not text: it has bytes 0 in it, also when read as " + read.encoding);
    }
    return read;
  }

  private static TextFile of(byte[] bytes) {
    Charset charset = charset(bytes);
    String text = new String(bytes, charset);
    return new TextFile(text.startsWith("\uFEFF") ? text.substring(1) : text, charset.name());
  }

  private static Charset charset(byte[] bytes) {
    if (begins(bytes, 0xff, 0xfe, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (begins(bytes, 0, 0, 0xfe, 0xff)) {
      return Charset.forName("UTF-32BE");
    }
    if (begins(bytes, 0xff, 0xfe) || hasZeros(bytes, 1)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(bytes, 0xfe, 0xff) || hasZeros(bytes, 0)) {
      return StandardCharsets.UTF_16BE;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return WINDOWS;
    }
  }

  private static boolean begins(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & BYTE_MASK) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether most of every second byte, from one on, is 0 and none of the others is. */
  private static boolean hasZeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        if (i % 2 != from) {
          return false;
        }
        zeros++;
      }
    }
    return 4 * zeros > bytes.length;
  }
}
