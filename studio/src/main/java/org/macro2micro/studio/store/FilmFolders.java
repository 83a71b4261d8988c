package org.macro2micro.studio.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macro2micro.base.FolderTree;

/**
 * The films and what was made of them: {@code jobs/ID/film} and {@code jobs/ID/found}, and {@code
 * work} for what is under way, which is worth nothing after a restart. All names are the service's
 * own.
 */
public final class FilmFolders {
  private final Path jobs;
  private final Path work;

  /**
   * The folders within a folder.
   *
   * @throws IOException if they can't be made
   */
  public FilmFolders(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath();
    jobs = Files.createDirectories(whole.resolve("jobs"));
    work = Files.createDirectories(whole.resolve("work"));
  }

  /** Returns the file of a film. */
  public Path film(JobId id) {
    return jobs.resolve(id.text()).resolve("film");
  }

  /** Returns the folder of what was found in a film. */
  public Path found(JobId id) {
    return jobs.resolve(id.text()).resolve("found");
  }

  /** Returns the name of a new file for an upload. */
  public Path upload(JobId id) {
    return work.resolve(id.text() + ".upload");
  }

  /** Returns the bytes that can still be written. */
  public long free() {
    // A FileStore wants the place where the disk is mounted, which a chroot hides.
    return work.toFile().getUsableSpace();
  }

  /** Takes an upload over as the film of a job; it is on the disk when this returns. */
  public void take(JobId id, Path upload) throws IOException {
    try (FileChannel file = FileChannel.open(upload, StandardOpenOption.WRITE)) {
      file.force(true);
    }
    Files.createDirectories(film(id).resolveSibling("."));
    Files.move(upload, film(id), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns a new empty folder for the work at a job. */
  public Path begin(JobId id) throws IOException {
    Path folder = work.resolve(id.text());
    FolderTree.delete(folder);
    return Files.createDirectory(folder);
  }

  /** Takes what the work at a job has found over; what was found before is replaced. */
  public void finish(JobId id) throws IOException {
    FolderTree.delete(found(id));
    Files.move(work.resolve(id.text()), found(id), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns a new empty folder for a short while; the caller deletes it. */
  public Path passing() throws IOException {
    return Files.createTempDirectory(work, "passing");
  }

  /** Deletes what was found in a film, which itself stays. */
  public void forget(JobId id) throws IOException {
    FolderTree.delete(found(id));
  }

  /** Deletes what is under way of a job. */
  public void abandon(JobId id) throws IOException {
    FolderTree.delete(work.resolve(id.text()));
  }

  /** Deletes all files of a job. */
  public void delete(JobId id) throws IOException {
    FolderTree.delete(jobs.resolve(id.text()));
    abandon(id);
  }

  /** Deletes what was under way when the process ended, and the films that belong to no job. */
  public void clear(List<Job> known) throws IOException {
    Set<String> ids = known.stream().map(job -> job.id().text()).collect(Collectors.toSet());
    for (Path left : entries(work)) {
      remove(left);
    }
    for (Path film : entries(jobs)) {
      if (!ids.contains(String.valueOf(film.getFileName()))) {
        remove(film);
      }
    }
  }

  private static void remove(Path path) throws IOException {
    FolderTree.delete(path);
    Files.deleteIfExists(path);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}
