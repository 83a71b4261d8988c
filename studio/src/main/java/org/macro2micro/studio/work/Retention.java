package org.macro2micro.studio.work;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobId;
import org.macro2micro.studio.store.JobStore;

/** Deletes jobs with all that belongs to them when their time is over, or when somebody asks for it. */
public final class Retention {
  private final JobStore jobs;
  private final FilmFolders folders;
  private final JobQueue queue;
  private final Duration kept;
  private final InstantSource clock;

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
    boolean wasThere = jobs.delete(id);
    folders.delete(id);
    return wasThere;
  }

  /** Deletes all jobs whose time is over, and returns them. */
  public List<JobId> sweep() throws IOException, InterruptedException {
    Instant now = clock.instant();
    List<JobId> deleted = new ArrayList<>();
    for (Job job : jobs.all()) {
      if (job.deletes(kept).map(time -> !time.isAfter(now)).orElse(false)) {
        delete(job.id());
        deleted.add(job.id());
      }
    }
    return deleted;
  }
}
