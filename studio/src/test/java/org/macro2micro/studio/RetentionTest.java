package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.studio.layer.Intervals;
import org.macro2micro.studio.store.Database;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobId;
import org.macro2micro.studio.store.JobStore;
import org.macro2micro.studio.store.LayerStore;
import org.macro2micro.studio.work.JobQueue;
import org.macro2micro.studio.work.Model;
import org.macro2micro.studio.work.Models;
import org.macro2micro.studio.work.Retention;

/** Films are deleted when their time is over, and not before. */
class RetentionTest {
  @TempDir Path folder;

  @Test
  void whatIsOldIsDeletedWithAllThatBelongsToIt() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    InstantSource clock = now::get;
    try (Database database = Database.open(folder)) {
      JobStore jobs = new JobStore(database, clock);
      LayerStore layers = new LayerStore(database, clock);
      FilmFolders folders = new FilmFolders(folder);
      JobQueue queue =
          JobQueue.of(jobs, folders, new Models(List.of(Model.MOVEMENT)), Served.LIMITS);
      Retention retention = new Retention(jobs, folders, queue, Duration.ofHours(24), clock);
      JobId old = done(jobs, folders, false);
      JobId gallery = done(jobs, folders, true);
      layers.write(old, "Ann", 0, new Intervals(List.of()));
      now.set(Instant.parse("2026-01-01T12:00:00Z"));
      JobId newer = done(jobs, folders, false);
      JobId waiting = jobs.add(upload(false)).id();
      assertThat(jobs.find(old).orElseThrow().deletes(Duration.ofHours(24)))
          .contains(Instant.parse("2026-01-02T00:00:00Z"));

      now.set(Instant.parse("2026-01-01T23:59:59Z"));
      assertThat(retention.sweep()).isEmpty();
      now.set(Instant.parse("2026-01-02T00:00:00Z"));
      assertThat(retention.sweep()).containsExactly(old);

      assertThat(folders.film(old)).doesNotExist();
      assertThat(folders.film(newer)).exists();
      assertThat(folders.film(gallery)).exists();
      assertThat(layers.all(old)).isEmpty();
      now.set(Instant.parse("2026-03-01T00:00:00Z"));
      assertThat(retention.sweep()).containsExactly(newer);
      assertThat(jobs.all()).extracting(Job::id).containsExactlyInAnyOrder(gallery, waiting);
    }
  }

  private static Job.Upload upload(boolean gallery) {
    return new Job.Upload(
        JobId.next(), "film", "movement", OptionalDouble.empty(), "largest", 3, gallery);
  }

  private static JobId done(JobStore jobs, FilmFolders folders, boolean gallery) throws Exception {
    Job.Upload upload = upload(gallery);
    Path file = java.nio.file.Files.write(folders.upload(upload.id()), new byte[3]);
    folders.take(upload.id(), file);
    jobs.add(upload);
    assertThat(jobs.begin()).isPresent();
    assertThat(jobs.done(upload.id())).isTrue();
    return upload.id();
  }
}
