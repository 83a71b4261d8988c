package org.macro2micro.lab;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.macro2micro.base.FolderTree;
import org.macro2micro.base.Progress;

/**
 * A folder that holds all of what was written or nothing: it is built beside the one asked for and
 * moved there when it is complete.
 */
final class WholeFolder {
  private WholeFolder() {}

  /** Writes what the folder holds. */
  @FunctionalInterface
  interface Content {
    void write(Path building) throws IOException;
  }

  /**
   * Writes a folder.
   *
   * @param folder must not exist, or be empty
   * @throws IOException if the folder holds something, or can't be written
   */
  static void write(Path folder, Content content) throws IOException {
    refuseIfUsed(folder);
    Path target = folder.toAbsolutePath();
    Path parent = target.getParent();
    if (parent == null) {
      throw new IOException("lab: can't write to " + folder + ": it is a root; name a folder");
    }
    Files.createDirectories(parent);
    Path building = newFolderBeside(target);
    try {
      content.write(building);
      Files.deleteIfExists(target);
      Files.move(building, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FolderTree.delete(building);
    }
  }

  /**
   * Does pieces of work that don't touch each other's files.
   *
   * @param root what they write to, for messages
   */
  static void inParallel(List<Callable<Path>> pieces, int threads, Path root, Progress progress)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CompletionService<Path> work = new ExecutorCompletionService<>(pool);
      pieces.forEach(work::submit);
      for (int done = 1; done <= pieces.size(); done++) {
        work.take().get();
        progress.at(done, pieces.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("lab: interrupted while writing " + root);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      if (cause instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IOException(
          "lab: writing a clip to %s failed (%s); check that it can be written to and the disk has room"
              .formatted(root, cause),
          cause);
    } finally {
      stop(pool);
    }
  }

  /** Returns when no thread of the pool writes any more, so that its files can be deleted. */
  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    while (!pool.isTerminated()) {
      try {
        boolean ended = pool.awaitTermination(1, TimeUnit.MINUTES);
        assert ended || !pool.isTerminated();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path newFolderBeside(Path target) throws IOException {
    for (int number = 1; ; number++) {
      Path folder = target.resolveSibling(target.getFileName() + ".part-" + number);
      if (Files.notExists(folder)) {
        return Files.createDirectory(folder);
      }
    }
  }

  private static void refuseIfUsed(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "lab: " + folder + " is a file; expected a folder that does not exist or is empty");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new IOException(
            "lab: "
                + folder
                + " is not empty; the lab never writes into or over other files:"
                + " name a new folder or delete this one");
      }
    }
  }
}
