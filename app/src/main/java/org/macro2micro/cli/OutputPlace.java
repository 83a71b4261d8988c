package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Tries whether results can be written, before the work whose results they are. */
final class OutputPlace {
  /** Bytes below which there is no room for any page or table. */
  private static final long LEAST = 1 << 20;

  private OutputPlace() {}

  /**
   * Makes the folder if it is not there, and writes a file into it that is deleted at once.
   *
   * @param option what names the folder, such as "--out"
   * @throws IOException if the folder can't be made or written to, or its disk is full
   */
  static void requireFolder(String option, Path folder) throws IOException {
    requireRoom(option, folder, LEAST);
  }

  /**
   * Tries whether a new folder could be made, without making it.
   *
   * @throws IOException as {@link #requireFolder}
   */
  static void requireNewFolder(String option, Path folder) throws IOException {
    Deque<Path> made = new ArrayDeque<>();
    Path there = folder.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      made.push(there);
      there = there.getParent();
    }
    try {
      requireFolder(option, folder);
    } finally {
      while (!made.isEmpty()) {
        Files.deleteIfExists(made.removeLast());
      }
    }
  }

  static void requireRoom(String option, Path folder, long least) throws IOException {
    long free;
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, ".macro2micro", ".try");
      try {
        Files.write(file, new byte[1 << 12]);
      } finally {
        Files.delete(file);
      }
      // Not by FileStore, which looks for the mount in a table that a bare root does not have.
      free = folder.toFile().getUsableSpace();
    } catch (IOException e) {
      String reason =
          e instanceof FileSystemException file && file.getReason() == null
              ? FailureText.of(e).line()
              : String.valueOf(e.getMessage());
      throw new IOException(
          "%s %s can't be written to (%s); name another place".formatted(option, folder, reason),
          e);
    }
    if (free < least) {
      throw new IOException(
          "%s %s: the disk is full, with %d kB left; make room, or name another place"
              .formatted(option, folder, free / 1000));
    }
  }
}
