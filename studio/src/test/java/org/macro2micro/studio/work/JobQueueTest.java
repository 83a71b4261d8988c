package org.macro2micro.studio.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.studio.Films;
import org.macro2micro.studio.Served;
import org.macro2micro.studio.store.Database;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobId;
import org.macro2micro.studio.store.JobState;
import org.macro2micro.studio.store.JobStore;

class JobQueueTest {
  @TempDir Path folder;

  /** Works until it is ended. */
  public static final class NeverEnds {
    public static void main(String[] arguments) throws Exception {
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  private static JobId film(Path folder, JobStore jobs, FilmFolders folders) throws Exception {
    JobId id = JobId.next();
    folders.take(id, Films.grey(folder.resolve(id + ".avi"), 3, 64, 48));
    jobs.add(new Job.Upload(id, "film", "movement", OptionalDouble.empty(), "largest", 1, false));
    return id;
  }

  /** From the state of a job one learns that it is begun before its process is there to end. */
  @Test
  void nobodyWorksAtAJobThatWasCancelledWhileItsProcessStarted() throws Exception {
    try (Database database = Database.open(folder)) {
      JobStore jobs = new JobStore(database, InstantSource.system());
      FilmFolders folders = new FilmFolders(folder);
      Models models = new Models(List.of(Model.MOVEMENT));
      try (JobQueue queue =
          new JobQueue(
              jobs, folders, new Analyst(Served.LIMITS, folders, models, NeverEnds.class))) {
        queue.start();
        for (int i = 0; i < 10; i++) {
          JobId id = film(folder, jobs, folders);
          queue.wake();
          while (jobs.find(id).orElseThrow().state() != JobState.RUNNING) {
            Thread.onSpinWait();
          }
          queue.cancel(id);
          assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
          assertThat(folder.resolve("work").resolve(id.text())).doesNotExist();
        }
      }
    }
  }

  @Test
  void aFaultCostsTheJobAndNotTheQueue() throws Exception {
    try (Database database = Database.open(folder)) {
      JobStore jobs = new JobStore(database, InstantSource.system());
      FilmFolders folders = new FilmFolders(folder);
      JobId first = film(folder, jobs, folders);
      JobId second = film(folder, jobs, folders);
      // Without models the work can't even begin.
      try (JobQueue queue = JobQueue.of(jobs, folders, null, Served.LIMITS)) {
        queue.start();
        for (int i = 0; i < 300 && !jobs.find(second).orElseThrow().state().isOver(); i++) {
          Thread.sleep(100);
        }
        for (JobId id : List.of(first, second)) {
          Job over = jobs.find(id).orElseThrow();
          assertThat(over.state()).isEqualTo(JobState.FAILED);
          assertThat(over.failure().orElseThrow().type()).isEqualTo("interrupted");
          assertThat(folder.resolve("work").resolve(id.text())).doesNotExist();
        }
      }
    }
  }
}
