package org.macro2micro.studio.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.macro2micro.cli.ServeSettings;
import org.macro2micro.studio.film.FilmContent;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobId;
import org.macro2micro.studio.store.JobState;
import org.macro2micro.studio.store.JobStore;
import org.macro2micro.studio.work.JobQueue;

/** Takes films. Each is written to the disk as it comes, and is dropped when it passes a limit. */
final class Uploads {
  private static final int CHUNK = 1 << 16;

  /** The number of bytes after which the service asks again for the room on the disk. */
  private static final long ASK_EACH = 1 << 23;

  static final Map<String, String> RETRY = Map.of("Retry-After", "15");

  private final JobStore jobs;
  private final FilmFolders folders;
  private final JobQueue queue;
  private final ServeSettings.Limits limits;
  private final Room room;
  private int coming; // guarded by this

  Uploads(JobStore jobs, FilmFolders folders, JobQueue queue, ServeSettings.Limits limits) {
    this.jobs = jobs;
    this.folders = folders;
    this.queue = queue;
    this.limits = limits;
    this.room = new Room(folders, limits.freeBytes());
  }

  /**
   * Takes the body of a request as a film.
   *
   * @param wanted says what the film is; its number of bytes is not known yet
   */
  Job take(Context context, Job.Upload wanted) {
    InputStream body = new PacedBody(context.bodyInputStream());
    try (Place place = place()) {
      if (context.req().getContentLengthLong() > limits.bytes()) {
        throw tooLarge();
      }
      return stored(body, wanted, place);
    } catch (ProblemException e) {
      Draining.of(body);
      throw e;
    }
  }

  /**
   * Takes a place in the queue, so that films that come at once do not all find the last place
   * free.
   */
  private synchronized Place place() {
    if (coming + jobs.count(JobState.QUEUED) >= limits.queue()) {
      throw queueFull(limits);
    }
    coming++;
    return new Place();
  }

  static ProblemException queueFull(ServeSettings.Limits limits) {
    return ProblemException.of(
        429,
        "queue-full",
        "Too many films wait",
        "%d films may wait; try again later.".formatted(limits.queue()),
        RETRY);
  }

  /** The place of a film that is still coming; it counts until the film waits as a job. */
  private final class Place implements AutoCloseable {
    private boolean isHeld = true;

    /** Adds the job; no other thread counts the film twice or not at all. */
    Job become(Job.Upload upload) {
      synchronized (Uploads.this) {
        Job job = jobs.add(upload);
        close();
        return job;
      }
    }

    @Override
    public void close() {
      synchronized (Uploads.this) {
        coming -= isHeld ? 1 : 0;
        isHeld = false;
      }
    }
  }

  private Job stored(InputStream body, Job.Upload wanted, Place place) {
    Path file = folders.upload(wanted.id());
    try {
      long bytes = write(body, file);
      folders.take(wanted.id(), file);
      Job job =
          place.become(
              new Job.Upload(
                  wanted.id(),
                  wanted.name(),
                  wanted.model(),
                  wanted.rate(),
                  wanted.face(),
                  bytes,
                  wanted.gallery()));
      queue.wake();
      return job;
    } catch (IOException e) {
      discard(wanted.id(), file, e);
      throw ProblemException.of(
          507,
          "no-room",
          "The film can't be stored",
          "It could not be written to the service's disk; tell whoever runs the service.");
    } catch (RuntimeException | Error e) {
      discard(wanted.id(), file, e);
      throw e;
    }
  }

  private void discard(JobId id, Path file, Throwable cause) {
    try {
      Files.deleteIfExists(file);
      folders.delete(id);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private long write(InputStream body, Path file) throws IOException {
    byte[] chunk = new byte[CHUNK];
    byte[] head = readOf(body, chunk, FilmContent.HEAD);
    if (FilmContent.of(head).isEmpty()) {
      throw ProblemException.of(
          415,
          "not-a-film",
          "The file is not a film",
          "Its content is not that of AVI, MP4/MOV, Matroska/WebM or MPEG, whatever its name says; convert it to one of these.");
    }
    room.require();
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head);
      long bytes = head.length;
      long asked = bytes;
      for (int read = read(body, chunk); read >= 0; read = read(body, chunk)) {
        bytes += read;
        if (bytes > limits.bytes()) {
          throw tooLarge();
        }
        if (bytes - asked > ASK_EACH) {
          asked = bytes;
          room.require();
        }
        out.write(chunk, 0, read);
      }
      return bytes;
    }
  }

  private static byte[] readOf(InputStream body, byte[] chunk, int most) {
    try {
      return Arrays.copyOf(chunk, body.readNBytes(chunk, 0, most));
    } catch (IOException e) {
      throw cut();
    }
  }

  private static int read(InputStream body, byte[] chunk) {
    try {
      return body.read(chunk);
    } catch (IOException e) {
      throw cut();
    }
  }

  private static ProblemException cut() {
    return ProblemException.badRequest("The upload ended early, or was too slow; send it again.");
  }

  private ProblemException tooLarge() {
    return ProblemException.of(
        413,
        "too-large",
        "The upload is too large",
        "It has more than %d bytes, which is the most that is taken. Cut the film into pieces, or compress it."
            .formatted(limits.bytes()));
  }
}
