package org.macro2micro.studio.work;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.lab.film.FilmSettings;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobId;
import org.macro2micro.studio.store.JobStore;
import org.macro2micro.studio.store.StoreException;

/**
 * Draws some films of generated people at the first start, so that there is something to look at.
 * Films that somebody deleted do not come back.
 */
public final class Gallery {
  private static final FilmSettings FILMS =
      new FilmSettings(3, 8, 30, 480, 360, new FilmSettings.Rates(15, 0, 15, 0, 0, 0), 18);

  private static final String MARK = "gallery-drawn";

  private Gallery() {}

  /**
   * Draws the films on a thread of their own and adds them as jobs, if no start has done so before.
   */
  public static void draw(Path data, JobStore jobs, FilmFolders folders, JobQueue queue) {
    Path mark = data.resolve(MARK);
    if (Files.exists(mark) || !jobs.all().isEmpty()) {
      return;
    }
    Thread drawing =
        new Thread(
            () -> {
              try {
                films(folders, jobs, queue);
                Files.writeString(mark, "");
              } catch (InterruptedIOException e) {
                // The service ends; the next start draws them.
              } catch (IOException | StoreException e) {
                // The studio works without them, and is empty.
              }
            },
            "gallery");
    drawing.setDaemon(true);
    drawing.start();
  }

  private static void films(FilmFolders folders, JobStore jobs, JobQueue queue) throws IOException {
    // The folder belongs to no job, since each job clears its own folder when it is begun.
    JobId drawn = JobId.next();
    Path folder = folders.begin(drawn);
    LabFilms.write(FILMS, folder, (done, all) -> {});
    for (int i = 0; i < FILMS.videos(); i++) {
      JobId id = JobId.next();
      Path film = folder.resolve(FILMS.name(i) + ".avi");
      long bytes = Files.size(film);
      folders.take(id, film);
      jobs.add(
          new Job.Upload(
              id,
              "Generated person %d.avi".formatted(i + 1),
              Model.MOVEMENT_ID,
              OptionalDouble.empty(),
              "largest",
              bytes,
              true));
      queue.wake();
    }
    folders.abandon(drawn);
  }
}
