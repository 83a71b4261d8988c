package org.macro2micro.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.macro2micro.cli.ServeSettings;

/** Runs a service in this process, at a free port, with a clock that is set by hand. */
public final class Served implements AutoCloseable {
  public static final ServeSettings.Limits LIMITS =
      new ServeSettings.Limits(
          4_000_000, 60, 400_000, 30, Duration.ofSeconds(120), 1L << 30, 0, Duration.ofHours(24));

  private final RunningStudio studio;
  private final AtomicReference<Instant> now;
  public final Asked asked;

  private Served(RunningStudio studio, AtomicReference<Instant> now, Map<String, String> headers) {
    this.studio = studio;
    this.now = now;
    this.asked = new Asked(studio.address().replace("0.0.0.0", "127.0.0.1"), headers);
  }

  static ServeSettings settings(Path data, ServeSettings.Limits limits) {
    return new ServeSettings(
        List.of(),
        "127.0.0.1",
        0,
        data,
        Optional.empty(),
        Optional.of(Path.of("..", "results")),
        Optional.empty(),
        false,
        limits);
  }

  public static Served at(Path data) throws IOException {
    return of(settings(data, LIMITS), Map.of("X-Requested-With", "macro2micro"));
  }

  public static Served at(Path data, ServeSettings.Limits limits) throws IOException {
    return of(settings(data, limits), Map.of("X-Requested-With", "macro2micro"));
  }

  static Served of(ServeSettings settings, Map<String, String> headers) throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    InstantSource clock = now::get;
    return new Served(RunningStudio.start(settings, clock), now, headers);
  }

  String address() {
    return studio.address();
  }

  /** Sets the clock forward. */
  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** Uploads a film and returns the job's id. */
  public String upload(Path film, String query) throws IOException {
    Asked.Answer answer = asked.post("/api/v1/jobs" + query, Files.readAllBytes(film));
    if (answer.status() != 202) {
      throw new AssertionError(answer.json().toString());
    }
    return answer.json().path("id").asText();
  }

  /** Waits until a job is over and returns its state. */
  public String over(String id) throws InterruptedException {
    return over(asked, id);
  }

  static String over(Asked asked, String id) throws InterruptedException {
    for (int i = 0; i < 1200; i++) {
      String state = asked.get("/api/v1/jobs/" + id).json().path("state").asText();
      if (!state.equals("queued") && !state.equals("running")) {
        return state;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("job " + id + " is not over after two minutes");
  }

  @Override
  public void close() {
    studio.close();
  }
}
