package org.macro2micro.studio.web;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.work.JobQueue;

/** A job as callers see it; times are in ISO 8601. */
record JobView(
    String id,
    String name,
    String model,
    String state,
    String phase,
    double progress,
    String created,
    @Nullable String started,
    @Nullable String finished,
    @Nullable String deletes,
    long bytes,
    boolean gallery,
    @Nullable Problem problem) {
  static JobView of(Job job, Optional<JobQueue.Stage> stage, Duration retention) {
    return new JobView(
        job.id().text(),
        job.upload().name(),
        job.upload().model(),
        job.state().word(),
        stage.map(JobQueue.Stage::phase).orElse(job.state().word()),
        switch (job.state()) {
          case DONE -> 1;
          case RUNNING -> stage.map(JobQueue.Stage::progress).orElse(0.0);
          default -> 0;
        },
        job.created().toString(),
        job.started().map(Object::toString).orElse(null),
        job.finished().map(Object::toString).orElse(null),
        job.deletes(retention).map(Object::toString).orElse(null),
        job.upload().bytes(),
        job.upload().gallery(),
        job.failure().map(Problem::of).orElse(null));
  }
}
