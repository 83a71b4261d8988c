package org.macro2micro.studio.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macro2micro.cli.ServeSettings;
import org.macro2micro.preprocess.FaceChoice;
import org.macro2micro.studio.film.FilmResult;
import org.macro2micro.studio.film.FramePack;
import org.macro2micro.studio.film.ScaledJpeg;
import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobId;
import org.macro2micro.studio.store.JobState;
import org.macro2micro.studio.store.JobStore;
import org.macro2micro.studio.work.JobQueue;
import org.macro2micro.studio.work.Model;
import org.macro2micro.studio.work.Models;
import org.macro2micro.studio.work.Retention;

/** The paths of jobs, which take films and hand out their results and pictures. */
final class JobRoutes {
  private static final Set<String> PICTURES = Set.of("onset", "apex", "movement", "heat");
  private static final double MOST_RATE = 10_000;
  private static final int MOST_WIDTH = 10_000;

  private final JobStore jobs;
  private final FilmFolders folders;
  private final JobQueue queue;
  private final Retention retention;
  private final Models models;
  private final Uploads uploads;
  private final ServeSettings.Limits limits;

  JobRoutes(
      JobStore jobs,
      FilmFolders folders,
      JobQueue queue,
      Retention retention,
      Models models,
      ServeSettings.Limits limits) {
    this.jobs = jobs;
    this.folders = folders;
    this.queue = queue;
    this.retention = retention;
    this.models = models;
    this.limits = limits;
    this.uploads = new Uploads(jobs, folders, queue, limits);
  }

  private record Listed(List<JobView> jobs) {}

  void addTo(Routes routes) {
    routes.post("/api/v1/jobs", this::create);
    routes.get(
        "/api/v1/jobs",
        context ->
            Answers.json(context, 200, new Listed(jobs.all().stream().map(this::view).toList())));
    routes.get("/api/v1/jobs/{id}", context -> Answers.json(context, 200, view(job(context))));
    routes.post("/api/v1/jobs/{id}/cancel", this::cancel);
    routes.delete("/api/v1/jobs/{id}", this::delete);
    routes.get("/api/v1/jobs/{id}/result", this::result);
    routes.get("/api/v1/jobs/{id}/frames/{n}", this::frame);
    routes.get("/api/v1/jobs/{id}/pictures/{interval}/{file}", this::picture);
  }

  /** Returns a job as callers see it. */
  JobView view(Job job) {
    return JobView.of(job, queue.stage(job.id()), limits.retention());
  }

  private void create(Context context) {
    Job.Upload wanted;
    try {
      wanted = wanted(context);
    } catch (ProblemException e) {
      Draining.of(context.bodyInputStream());
      throw e;
    }
    Job job = uploads.take(context, wanted);
    context.header("Location", "/api/v1/jobs/" + job.id());
    Answers.json(context, 202, view(job));
  }

  private Job.Upload wanted(Context context) {
    String model = context.queryParam("model");
    String id = model == null || model.isEmpty() ? Model.MOVEMENT_ID : model;
    if (models.find(id).isEmpty()) {
      throw ProblemException.unusable(
          "No model has this name; expected one that /api/v1/models lists.");
    }
    String face = context.queryParam("face");
    String chosen = face == null || face.isEmpty() ? "largest" : face;
    try {
      FaceChoice.of(chosen);
    } catch (IllegalArgumentException e) {
      throw ProblemException.unusable(
          "The parameter face is not known; expected largest, left, right, or a number from 1.");
    }
    return new Job.Upload(
        JobId.next(),
        FilmName.of(context.queryParam("name")),
        id,
        rate(context.queryParam("rate")),
        chosen,
        0,
        false);
  }

  private static OptionalDouble rate(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double rate = Double.parseDouble(text);
      if (rate > 0 && rate <= MOST_RATE) {
        return OptionalDouble.of(rate);
      }
    } catch (NumberFormatException e) {
      // It is refused below, like any other wrong value.
    }
    throw ProblemException.unusable(
        "The parameter rate is not a number of frames a second; expected a number above 0 and at most %.0f."
            .formatted(MOST_RATE));
  }

  private void cancel(Context context) throws InterruptedException {
    queue.cancel(job(context).id());
    Answers.json(context, 200, view(job(context)));
  }

  private void delete(Context context) throws IOException, InterruptedException {
    if (!retention.delete(job(context).id())) {
      throw ProblemException.notFound("job");
    }
    context.status(204);
  }

  private void result(Context context) throws IOException {
    Job job = done(context);
    Model model = models.find(job.upload().model()).orElse(gone(job));
    Answers.json(context, 200, ResultView.of(job, read(job), model));
  }

  /** Returns a model that the service had when it looked at the film, and does not have now. */
  private static Model gone(Job job) {
    String id = job.upload().model();
    return new Model(id, id, Optional.of(Path.of(id)), null, List.of(), null, null);
  }

  private void frame(Context context) throws IOException {
    Job job = done(context);
    int frame = number(context.pathParam("n"), "frame", Integer.MAX_VALUE);
    String asked = context.queryParam("width");
    int width = asked == null ? MOST_WIDTH : Math.max(1, number(asked, "width", MOST_WIDTH));
    try {
      byte[] jpeg = FramePack.read(folders.found(job.id()), frame);
      Answers.bytes(context, "image/jpeg", ScaledJpeg.of(jpeg, width));
    } catch (IndexOutOfBoundsException e) {
      throw ProblemException.notFound("frame");
    }
  }

  private void picture(Context context) throws IOException {
    Job job = done(context);
    int interval = number(context.pathParam("interval"), "interval", Integer.MAX_VALUE);
    String kind = context.pathParam("file").replaceFirst("\\.png$", "");
    if (!PICTURES.contains(kind)) {
      throw ProblemException.notFound("picture");
    }
    Path file = folders.found(job.id()).resolve(interval + "-" + kind + ".png");
    if (!Files.isRegularFile(file)) {
      throw ProblemException.notFound("picture");
    }
    Answers.bytes(context, "image/png", Files.readAllBytes(file));
  }

  private static int number(String text, String what, int most) {
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
      throw ProblemException.badRequest(
          "The %s is not a number from 0 to %d.".formatted(what, most));
    }
    return Integer.parseInt(text);
  }

  /** Returns the job that a path names. */
  Job job(Context context) {
    return JobId.of(context.pathParam("id"))
        .flatMap(jobs::find)
        .orElseThrow(() -> ProblemException.notFound("job"));
  }

  /** Returns the job that a path names, which must be done. */
  Job done(Context context) {
    Job job = job(context);
    if (job.state() != JobState.DONE) {
      throw ProblemException.of(
          409,
          "not-done",
          "The film has no result",
          "The job is %s; only a job that is done has a result.".formatted(job.state().word()));
    }
    return job;
  }

  /** Returns what was found in the film of a job that is done. */
  FilmResult read(Job job) throws IOException {
    return FilmResult.read(folders.found(job.id()).resolve(FilmResult.FILE));
  }
}
