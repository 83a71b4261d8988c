package org.macro2micro.lab;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Writes whole generated databases. */
public final class LabDatabase {
  private static final int THREADS = 2;

  private LabDatabase() {}

  /**
   * Writes a database. It is built in a folder beside the one asked for and moved there when it is
   * complete: the folder holds all of it or nothing.
   *
   * @param folder must not exist, or be empty
   * @throws IOException if the folder holds something, or can't be written
   */
  public static void write(LabSettings settings, Path folder, ProgressListener listener)
      throws IOException {
    write(settings, folder, listener, THREADS);
  }

  static void write(LabSettings settings, Path folder, ProgressListener listener, int threads)
      throws IOException {
    refuseIfUsed(folder);
    Path target = folder.toAbsolutePath();
    Path parent = target.getParent();
    if (parent == null) {
      throw new IOException("lab: can't write to " + folder + ": it is a root; name a folder");
    }
    Files.createDirectories(parent);
    Path building = newFolderBeside(target);
    try {
      build(settings, building, listener, threads);
      Files.deleteIfExists(target);
      Files.move(building, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      deleteTree(building);
    }
  }

  private static void build(LabSettings settings, Path root, ProgressListener listener, int threads)
      throws IOException {
    List<CastClip> clips = Roster.of(settings);
    DatabaseWriter writer =
        switch (settings.layout()) {
          case CASME_TWO -> new CasmeTwoWriter();
          case SMIC -> new SmicWriter();
          case SAMM -> new SammWriter();
          case CK_PLUS -> new CkPlusWriter();
          case MMI -> new MmiWriter(clips);
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CompletionService<CastClip> work = new ExecutorCompletionService<>(pool);
      for (CastClip clip : clips) {
        work.submit(
            () -> {
              writer.writeClip(settings, clip, root);
              return clip;
            });
      }
      for (int done = 1; done <= clips.size(); done++) {
        work.take().get();
        listener.progress(done, clips.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("lab: interrupted while writing " + root);
    } catch (ExecutionException e) {
      throw new IOException("lab: writing a clip to " + root + " failed", e.getCause());
    } finally {
      stop(pool);
    }
    writer.writeSheets(settings, clips, root);
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

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
