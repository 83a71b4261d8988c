package org.macro2micro.studio.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.cli.ServeSettings;
import org.macro2micro.preprocess.FaceChoice;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.store.JobId;
import org.macro2micro.studio.store.JobState;
import org.macro2micro.studio.store.JobStore;
import org.macro2micro.studio.work.LiveSession;
import org.macro2micro.studio.work.LiveSessions;

/** The paths of cameras, which take pictures and tell at once what moved. */
final class LiveRoutes {
  private static final int MOST_WORDS = 1000;
  private static final int MOST_BATCH = 16 << 20;

  private final LiveSessions sessions;
  private final JobStore jobs;
  private final JobRoutes jobRoutes;
  private final Room room;
  private final ServeSettings.Limits limits;

  LiveRoutes(
      LiveSessions sessions,
      JobStore jobs,
      JobRoutes jobRoutes,
      Room room,
      ServeSettings.Limits limits) {
    this.sessions = sessions;
    this.jobs = jobs;
    this.jobRoutes = jobRoutes;
    this.room = room;
    this.limits = limits;
  }

  private record Wanted(@JsonProperty(required = true) boolean record, @Nullable String face) {}

  private record Begun(String id, boolean record, double mostSeconds, int batchBytes) {}

  private record Ended(int frames, @Nullable JobView job) {}

  void addTo(Routes routes) {
    routes.post("/api/v1/live", this::begin);
    routes.post("/api/v1/live/{id}/frames", this::look);
    routes.post("/api/v1/live/{id}/end", this::end);
  }

  private void begin(Context context) throws IOException {
    Wanted wanted = Answers.read(context, MOST_WORDS, Wanted.class);
    String face = wanted.face() == null ? "largest" : wanted.face();
    try {
      FaceChoice.of(face);
    } catch (IllegalArgumentException e) {
      throw ProblemException.unusable(
          "The face is not known; expected largest, left, right, or a number from 1.");
    }
    if (wanted.record()) {
      room.require();
      if (jobs.count(JobState.QUEUED) >= limits.queue()) {
        throw Uploads.queueFull(limits);
      }
    }
    LiveSession session =
        sessions
            .begin(face, wanted.record())
            .orElseThrow(
                () ->
                    ProblemException.of(
                        429,
                        "too-many-cameras",
                        "Too many cameras",
                        "%d may be looked through at a time; stop one of them, or try again later."
                            .formatted(LiveSessions.MOST),
                        Uploads.RETRY));
    Answers.json(
        context,
        201,
        new Begun(session.id().text(), session.records(), limits.seconds(), MOST_BATCH));
  }

  private void look(Context context) {
    LiveSession session = session(context);
    byte[] batch = Answers.body(context, MOST_BATCH);
    try {
      if (!sessions.look(session, batch)) {
        throw ProblemException.of(
            409,
            "not-in-turn",
            "Other pictures are still on their way",
            "Send these when the pictures before them are answered.");
      }
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(e.getMessage() + ".");
    }
    Optional<String> over = session.over();
    if (over.isPresent()) {
      throw ProblemException.of(409, "session-ended", "The session is over", over.get());
    }
    Answers.json(context, 200, session.news());
  }

  private void end(Context context) throws IOException {
    LiveSession session = session(context);
    Optional<Job> job = sessions.end(session);
    Answers.json(
        context, 200, new Ended(session.news().frames(), job.map(jobRoutes::view).orElse(null)));
  }

  private LiveSession session(Context context) {
    return JobId.of(context.pathParam("id"))
        .flatMap(sessions::find)
        .orElseThrow(() -> ProblemException.notFound("session"));
  }
}
