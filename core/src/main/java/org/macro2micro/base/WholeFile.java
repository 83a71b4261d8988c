package org.macro2micro.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that whoever looks sees the old one or the new one, never half of one. */
public final class WholeFile {
  private WholeFile() {}

  /** Makes a file's content. */
  @FunctionalInterface
  public interface Filling {
    /** Writes all of it to the file named, which does not exist yet. */
    void fill(Path part) throws IOException;
  }

  /**
   * Writes {@code bytes} beside the file and moves them onto it in one step; folders are made.
   *
   * @throws IOException if that fails; {@code file} is then as it was
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    try {
      write(file, part -> Files.write(part, bytes));
    } catch (IOException e) {
      throw new IOException(
          "cannot write %s (%s); nothing was changed: check that its folder can be written to and the disk has room"
              .formatted(file.toAbsolutePath(), e),
          e);
    }
  }

  /**
   * Lets a file be filled beside its place and moves it there in one step; folders are made. If
   * filling fails, in whatever way, what was filled is deleted and {@code file} is as it was.
   *
   * @throws IOException what filling threw, or if the folder can't be written to
   */
  public static void write(Path file, Filling filling) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.resolveSibling(".").normalize();
    Files.createDirectories(folder);
    // A name that nobody else has: processes that write the same file at once may be those of
    // several
    // machines, and have the same numbers.
    Path part = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part");
    try {
      Files.delete(part); // The file is made anew, with the permissions that new files have here.
      filling.fill(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException | Error e) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException onDelete) {
        e.addSuppressed(onDelete);
      }
      throw e;
    }
  }
}
