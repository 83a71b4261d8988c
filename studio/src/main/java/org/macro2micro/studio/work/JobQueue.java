package org.macro2micro.studio.work;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.macro2micro.cli.ServeSettings;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobId;
import org.macro2micro.studio.store.JobStore;
import org.macro2micro.studio.store.StoreException;

/** Works at the jobs that wait, one at a time, on a thread of its own. */
public final class JobQueue implements AutoCloseable {
  private static final long LOOK_MILLIS = 1000;

  private final JobStore jobs;
  private final FilmFolders folders;
  private final Analyst analyst;
  private final Thread worker = new Thread(this::workOn, "worker");
  private final Object change = new Object();
  private volatile boolean isClosed;
  private @Nullable JobId begun; // guarded by change
  private volatile @Nullable Running running;

  /**
   * How far the job is that is worked at.
   *
   * @param id of the job
   * @param work what can be cancelled
   * @param phase what is being done
   * @param progress how much of the phase is done, 0 to 1
   */
  private record Running(JobId id, Analyst.Work work, String phase, double progress) {}

  /**
   * How far a job is.
   *
   * @param phase what is being done
   * @param progress how much of it is done, 0 to 1
   */
  public record Stage(String phase, double progress) {}

  /** A queue that is not at work yet. */
  JobQueue(JobStore jobs, FilmFolders folders, Analyst analyst) {
    this.jobs = jobs;
    this.folders = folders;
    this.analyst = analyst;
    worker.setDaemon(true);
  }

  /** A queue whose jobs are worked at by processes within these limits; it is not at work yet. */
  public static JobQueue of(
      JobStore jobs, FilmFolders folders, Models models, ServeSettings.Limits limits) {
    return new JobQueue(jobs, folders, new Analyst(limits, folders, models));
  }

  /** Begins to work. */
  public void start() {
    worker.start();
  }

  /** Is told that a job waits. */
  public void wake() {
    synchronized (change) {
      change.notifyAll();
    }
  }

  /** Returns how far a job is, or nothing if nobody works at it. */
  public Optional<Stage> stage(JobId id) {
    Running now = running;
    return now != null && now.id().equals(id)
        ? Optional.of(new Stage(now.phase(), now.progress()))
        : Optional.empty();
  }

  /** Returns the number of the process that works at a job. */
  Optional<Long> pid(JobId id) {
    Running now = running;
    return now != null && now.id().equals(id) ? Optional.of(now.work().pid()) : Optional.empty();
  }

  /**
   * Cancels a job that waits or is worked at; does nothing to one that is over. When this returns,
   * nobody works at it.
   */
  public void cancel(JobId id) throws InterruptedException {
    jobs.cancelled(id);
    synchronized (change) {
      while (id.equals(begun)) {
        Running now = running;
        if (now != null) {
          now.work().cancel();
        }
        change.wait(LOOK_MILLIS);
      }
    }
  }

  private void workOn() {
    while (!isClosed) {
      try {
        Optional<Job> next = begin();
        if (next.isPresent()) {
          workAt(next.get());
        } else {
          synchronized (change) {
            change.wait(LOOK_MILLIS);
          }
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        System.getLogger("studio")
            .log(System.Logger.Level.ERROR, "the work at films was interrupted by a fault", e);
        tryAgainLater();
      }
    }
  }

  private Optional<Job> begin() {
    synchronized (change) {
      Optional<Job> next = jobs.begin();
      begun = next.map(Job::id).orElse(null);
      return next;
    }
  }

  /**
   * What was begun and could not be ended waits again, since the disk may be full for a while; it
   * is given up if that happens twice.
   */
  private void tryAgainLater() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      jobs.recover();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      isClosed = true;
    } catch (StoreException e) {
      // It is tried once more after the next attempt to begin a job.
    }
  }

  private void workAt(Job job) throws InterruptedException {
    JobId id = job.id();
    try (Analyst.Work work = analyst.start(job)) {
      running = new Running(id, work, "starting", 0);
      if (jobs.find(id).map(now -> now.state().isOver()).orElse(true)) {
        work.cancel(); // Whoever cancelled it before this line did not know of the process.
      }
      Optional<Job.Failure> failure =
          work.await((phase, share) -> running = new Running(id, work, phase, share));
      if (failure.isPresent()) {
        jobs.failed(id, failure.get());
      } else {
        folders.finish(id);
        if (!jobs.done(id)) {
          folders.forget(id); // It was cancelled or deleted in the last moment.
        }
      }
    } catch (IOException e) {
      jobs.failed(
          id,
          new Job.Failure(
              "no-room",
              "The service could not work at the film",
              "Its files could not be written; the disk may be full. Tell whoever runs the service."));
    } catch (InterruptedException e) {
      jobs.interrupted(id);
      throw e;
    } finally {
      abandon(id);
      synchronized (change) {
        running = null;
        begun = null;
        change.notifyAll();
      }
    }
  }

  /** Deletes what is under way of a job, which is nothing if the job has a result. */
  private void abandon(JobId id) {
    try {
      folders.abandon(id);
    } catch (IOException e) {
      // The next start clears it away.
    }
  }

  /** Ends what is worked at, which is begun again at the next start. */
  @Override
  public void close() {
    isClosed = true;
    worker.interrupt();
    try {
      TimeUnit.MILLISECONDS.timedJoin(worker, 10 * LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
