package org.macro2micro.studio.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.studio.Films;
import org.macro2micro.studio.Served;
import org.macro2micro.studio.analysis.AnalysisMain;
import org.macro2micro.studio.store.Database;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobId;
import org.macro2micro.studio.store.JobState;
import org.macro2micro.studio.store.JobStore;

/** A process that crashes costs the job that it worked at, and no other. */
class CrashedAnalysisTest {
  @TempDir Path folder;
  private Database database;
  private JobStore jobs;
  private FilmFolders folders;

  /** Ends as a decoder does that reads where it must not. */
  public static final class Crashes {
    public static void main(String[] arguments) {
      Runtime.getRuntime().halt(134);
    }
  }

  /** Says that it is done and has written nonsense. */
  public static final class Lies {
    public static void main(String[] arguments) throws Exception {
      Files.writeString(Path.of("result.json"), "{\"frames\":-1}");
      System.out.println("done");
    }
  }

  @BeforeEach
  void open() throws Exception {
    database = Database.open(folder);
    jobs = new JobStore(database, InstantSource.system());
    folders = new FilmFolders(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private JobId film() throws Exception {
    JobId id = JobId.next();
    Path file = Films.grey(folder.resolve(id + ".avi"), 3, 64, 48);
    folders.take(id, file);
    jobs.add(new Job.Upload(id, "film", "movement", OptionalDouble.empty(), "largest", 1, false));
    return id;
  }

  private Job over(JobId id) throws Exception {
    for (int i = 0; i < 600; i++) {
      Job job = jobs.find(id).orElseThrow();
      if (job.state().isOver()) {
        return job;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the job is not over after a minute");
  }

  private JobQueue queue(Class<?> main) {
    Models models = new Models(List.of(Model.MOVEMENT));
    JobQueue queue = new JobQueue(jobs, folders, new Analyst(Served.LIMITS, folders, models, main));
    queue.start();
    return queue;
  }

  @Test
  void aCrashIsToldAndTheNextFilmIsLookedAt() throws Exception {
    JobId crashed = film();
    try (JobQueue queue = queue(Crashes.class)) {
      Job job = over(crashed);
      assertThat(job.state()).isEqualTo(JobState.FAILED);
      assertThat(job.failure().orElseThrow().type()).isEqualTo("decoder-crashed");
    }
    JobId next = film();
    try (JobQueue queue = queue(AnalysisMain.class)) {
      assertThat(over(next).state()).isEqualTo(JobState.DONE);
    }
  }

  @Test
  void aResultThatCannotBeIsNotBelieved() throws Exception {
    JobId id = film();
    try (JobQueue queue = queue(Lies.class)) {
      assertThat(over(id).failure().orElseThrow().type()).isEqualTo("decoder-crashed");
    }
    assertThat(folders.found(id)).doesNotExist();
  }

  @Test
  void aJobThatBringsTheServiceDownTwiceIsGivenUp() throws Exception {
    JobId id = film();
    assertThat(jobs.begin()).isPresent();
    jobs.recover();
    assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.QUEUED);
    assertThat(jobs.begin()).isPresent();
    jobs.recover();
    Job job = jobs.find(id).orElseThrow();
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.failure().orElseThrow().type()).isEqualTo("interrupted");
    assertThat(jobs.begin()).isEmpty();
  }
}
