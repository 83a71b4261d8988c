package org.macro2micro.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.macro2micro.dataset.DatasetException;

/**
 * A file that is read.
 *
 * @param file where it is, for messages
 * @param text all that is in it, without a byte order mark
 */
record Source(Path file, String text) {
  private static final long MOST_BYTES = 64_000_000;

  /**
   * Reads a file as UTF-8, or as UTF-16 where it begins with a byte order mark that says so.
   *
   * @throws DatasetException if it can't be read, is too large, or is in another encoding
   */
  static Source of(Path file) throws DatasetException {
    byte[] bytes;
    try {
      if (!Files.isRegularFile(file)) {
        throw wrong(
            file,
            Files.exists(file) ? "this is not a file" : "there is no such file",
            "annotations of videos",
            "Give the file that the tool wrote.");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw wrong(
            file,
            "it has " + Files.size(file) + " bytes",
            "annotations of at most 64 million bytes",
            "Export fewer videos into one file.");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      DatasetException error =
          wrong(file, "it can't be read", "a file that can be", "Check who may read it.");
      error.initCause(e);
      throw error;
    }
    return new Source(file, text(file, bytes));
  }

  private static String text(Path file, byte[] bytes) throws DatasetException {
    Charset charset = charset(bytes);
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      DatasetException error =
          wrong(
              file,
              "its bytes are not text in " + charset,
              "UTF-8, or UTF-16 with a byte order mark",
              "Save it as UTF-8.");
      error.initCause(e);
      throw error;
    }
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }

  /** Returns the error that something else was found in this file than was expected. */
  DatasetException wrong(String found, String expected, String cure) {
    return wrong(file, found, expected, cure);
  }

  /** Returns the same with what it comes from. */
  DatasetException wrong(String found, String expected, String cure, Exception cause) {
    DatasetException error = wrong(found, expected, cure);
    error.initCause(cause);
    return error;
  }

  private static DatasetException wrong(Path file, String found, String expected, String cure) {
    return new DatasetException(found, file, expected, cure);
  }

  /** Returns a text of the file for a message: short, and on one line. */
  static String shown(String text) {
    int most = 60;
    String start = text.length() > most ? text.substring(0, most) + "..." : text;
    return "\"" + start.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?") + "\"";
  }
}
