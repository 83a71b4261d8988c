package org.macro2micro.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that whoever looks sees the old one or the new one, never half of one. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes {@code bytes} beside the file and moves them onto it in one step; folders are made.
   *
   * @throws IOException if that fails; {@code file} is then as it was
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path target = file.toAbsolutePath();
    // Process and thread in the name: workers may write results of the same fold at once.
    String mark = ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
    Path part = target.resolveSibling("." + target.getFileName() + "." + mark + ".part");
    try {
      Files.createDirectories(target.resolveSibling(".").normalize());
      Files.write(part, bytes);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException onDelete) {
        e.addSuppressed(onDelete);
      }
      throw new IOException(
          "cannot write %s (%s); nothing was changed: check that its folder can be written to and the disk has room"
              .formatted(target, e),
          e);
    }
  }
}
