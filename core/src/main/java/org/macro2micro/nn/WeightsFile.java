package org.macro2micro.nn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.macro2micro.base.Sha256;

/**
 * A file of weights that a setting names.
 *
 * @param source names setting and file in errors
 * @param bytes the whole file; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
public record WeightsFile(String source, byte[] bytes) {
  /**
   * Reads a file.
   *
   * @param setting that names it
   * @param what it must hold, for errors
   * @param largest number of bytes that it may have
   * @throws IllegalArgumentException if it is not there, can't be read, or is larger
   */
  public static WeightsFile read(String setting, Path file, String what, long largest) {
    String source = setting + " " + file;
    try {
      long size = Files.size(file);
      if (size > largest) {
        throw new IllegalArgumentException(
            "%s: found %d bytes, expected at most %d: %s".formatted(source, size, largest, what));
      }
      return new WeightsFile(source, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(source + ": no such file; name " + what, e);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s: can't be read (%s)".formatted(source, e), e);
    }
  }

  /** SHA-256 of the file, as 64 hexadecimal digits. */
  public String digest() {
    return Sha256.hex(bytes);
  }
}
