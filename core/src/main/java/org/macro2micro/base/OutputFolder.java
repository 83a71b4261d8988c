package org.macro2micro.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for results, tried before work begins. */
public final class OutputFolder {
  private static final int TRIED_BYTES = 64 << 10;

  private OutputFolder() {}

  /**
   * Makes a folder and sees that a file can be written to it.
   *
   * @throws IOException if not; the message says what is wrong with which folder
   */
  public static void requireWritable(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath();
    try {
      Files.createDirectories(whole);
      Path tried = Files.createTempFile(whole, ".try", ".part");
      try {
        Files.write(tried, new byte[TRIED_BYTES]);
      } finally {
        Files.deleteIfExists(tried);
      }
    } catch (IOException e) {
      throw new IOException(
          "results can't be written to %s (%s); name another folder with --out".formatted(whole, e),
          e);
    }
  }
}
