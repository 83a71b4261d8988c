package org.macro2micro.studio.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.studio.Films;
import org.macro2micro.studio.Served;
import org.macro2micro.studio.work.JobQueue;
import org.macro2micro.studio.work.Model;
import org.macro2micro.studio.work.Models;

class FullDiskTest {
  @TempDir Path folder;

  /** Waits for the first fault that the studio tells. */
  private static final class Told extends Handler {
    final CountDownLatch fault = new CountDownLatch(1);

    @Override
    public void publish(LogRecord record) {
      fault.countDown();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private final Logger faults = Logger.getLogger("studio");
  private final Told told = new Told();

  private static void execute(Database database, String statement) {
    database.transact(
        connection -> {
          try (Statement run = connection.createStatement()) {
            return run.execute(statement);
          }
        });
  }

  @Test
  void jobsAreDoneOnceTheDatabaseCanBeWrittenAgain() throws Exception {
    try (Database database = Database.open(folder)) {
      JobStore jobs = new JobStore(database, InstantSource.system());
      FilmFolders folders = new FilmFolders(folder);
      JobId id = JobId.next();
      folders.take(id, Films.grey(folder.resolve("film.avi"), 3, 64, 48));
      jobs.add(new Job.Upload(id, "film", "movement", OptionalDouble.empty(), "largest", 1, false));
      execute(
          database,
          "CREATE TRIGGER full BEFORE UPDATE ON job BEGIN SELECT RAISE(ABORT, 'disk is full'); END");
      try (JobQueue queue =
          JobQueue.of(jobs, folders, new Models(List.of(Model.MOVEMENT)), Served.LIMITS)) {
        faults.addHandler(told);
        queue.start();
        assertThat(told.fault.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.QUEUED);
        execute(database, "DROP TRIGGER full");
        for (int i = 0; i < 600 && !jobs.find(id).orElseThrow().state().isOver(); i++) {
          Thread.sleep(100);
        }
        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.DONE);
      } finally {
        faults.removeHandler(told);
      }
    }
  }
}
