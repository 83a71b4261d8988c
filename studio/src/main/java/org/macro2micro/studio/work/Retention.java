package org.macro2micro.studio.work;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobId;
import org.macro2micro.studio.store.JobStore;

/**
 * Deletes jobs with all that belongs to them when their time is over, or when somebody asks for it.
 */
public final class Retention {
  private final JobStore jobs;
  private final FilmFolders folders;
  private final JobQueue queue;
  private final Duration kept;
  private final InstantSource clock;

  /** Jobs that are forgotten and whose files are not deleted yet. */
  private final Set<JobId> left = ConcurrentHashMap.newKeySet();

  /**
   * @param kept the time after which a job that has ended is deleted
   * @param clock says what time it is
   */
  public Retention(
      JobStore jobs, FilmFolders folders, JobQueue queue, Duration kept, InstantSource clock) {
    this.jobs = jobs;
    this.folders = folders;
    this.queue = queue;
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * Deletes a job: first what is known of it, so that it is gone even if this is cut short, then
   * its files.
   *
   * @return whether the job was known
   */
  public boolean delete(JobId id) throws IOException, InterruptedException {
    queue.cancel(id);
    left.add(id);
    boolean wasThere = jobs.delete(id);
    folders.delete(id);
    left.remove(id);
    return wasThere;
  }

  /**
   * Deletes all jobs whose time is over, and the files that could not be deleted before.
   *
   * @return the jobs whose time was over
   * @throws IOException if the files of a job can't be deleted; the other jobs are deleted
   */
  public List<JobId> sweep() throws IOException, InterruptedException {
    Instant now = clock.instant();
    List<JobId> old =
        jobs.all().stream()
            .filter(job -> job.deletes(kept).map(time -> !time.isAfter(now)).orElse(false))
            .map(Job::id)
            .toList();
    IOException failure = null;
    for (JobId id : Stream.concat(old.stream(), List.copyOf(left).stream()).distinct().toList()) {
      try {
        delete(id);
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return old;
  }
}
