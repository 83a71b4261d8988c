package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.cli.ServeSettings;

/** Looks through a camera that shows a film of the lab. */
class LiveTest {
  private static final double RATE = 25;

  @TempDir static Path films;
  private static List<byte[]> pictures = List.of();

  @TempDir Path folder;

  @BeforeAll
  static void film() throws Exception {
    pictures = Pictures.of(Films.face(films));
  }

  private static String begin(Asked asked, boolean record) {
    Asked.Answer begun =
        asked.post(
            "/api/v1/live",
            "{\"record\":%s,\"face\":\"largest\"}"
                .formatted(record)
                .getBytes(StandardCharsets.UTF_8));
    assertThat(begun.status()).isEqualTo(201);
    assertThat(begun.json().path("record").asBoolean()).isEqualTo(record);
    return begun.json().path("id").asText();
  }

  private static Asked.Answer send(Asked asked, String id, byte[] batch) {
    return asked.post("/api/v1/live/" + id + "/frames", batch);
  }

  private static byte[] batch(int from, int to) {
    return Pictures.batch(pictures.subList(from, to), from, RATE);
  }

  @Test
  void aCameraIsLookedThroughAndItsFilmIsAJob() throws Exception {
    try (Served served = Served.at(folder)) {
      Asked asked = served.asked;
      String id = begin(asked, true);
      List<JsonNode> values = new ArrayList<>();
      List<JsonNode> marks = new ArrayList<>();
      JsonNode face = null;
      for (int i = 0; i < pictures.size(); i += 5) {
        JsonNode news = send(asked, id, batch(i, Math.min(i + 5, pictures.size()))).json();
        news.path("curve").forEach(values::add);
        news.path("marks").forEach(marks::add);
        face = news.path("face");
      }
      // The last answers come while the process still looks.
      for (int i = 0; i < 600 && values.size() < pictures.size() - 12; i++) {
        Thread.sleep(100);
        JsonNode news = send(asked, id, new byte[0]).json();
        news.path("curve").forEach(values::add);
        news.path("marks").forEach(marks::add);
        face = news.path("face");
      }
      assertThat(face.path("x").asDouble()).isBetween(100.0, 220.0);
      assertThat(face.path("width").asDouble()).isBetween(60.0, 240.0);
      for (int i = 0; i < values.size(); i++) {
        assertThat(values.get(i).path("seconds").asDouble())
            .isEqualTo(Math.round(i / RATE * 1e4) / 1e4);
      }
      Asked.Answer ended = asked.post("/api/v1/live/" + id + "/end", new byte[0]);
      assertThat(ended.json().path("frames").asInt()).isEqualTo(pictures.size());
      String job = ended.json().path("job").path("id").asText();
      assertThat(ended.json().path("job").path("name").asText())
          .isEqualTo("camera 2026-01-02 03.04.05 UTC.mkv");
      // What is asked twice is answered twice.
      assertThat(
              asked
                  .post("/api/v1/live/" + id + "/end", new byte[0])
                  .json()
                  .path("job")
                  .path("id")
                  .asText())
          .isEqualTo(job);
      assertThat(send(asked, id, batch(0, 1)).problem()).isEqualTo("session-ended");
      assertThat(served.over(job))
          .as(asked.get("/api/v1/jobs/" + job).json().toString())
          .isEqualTo("done");
      JsonNode result = asked.get("/api/v1/jobs/" + job + "/result").json();
      assertThat(result.path("frames").asInt()).isEqualTo(pictures.size());
      assertThat(marks).isNotEmpty();
      for (JsonNode mark : marks) {
        assertThat(result.path("intervals"))
            .anyMatch(
                found ->
                    found.path("onset").asInt() <= mark.path("apex").asDouble() * RATE
                        && found.path("offset").asInt() >= mark.path("apex").asDouble() * RATE);
      }
      assertThat(left()).isEmpty();
    }
  }

  private List<Path> left() throws Exception {
    try (Stream<Path> work = Files.list(folder.resolve("work"))) {
      return work.toList();
    }
  }

  @Test
  void whatIsNotRecordedIsNotKept() throws Exception {
    try (Served served = Served.at(folder)) {
      String id = begin(served.asked, false);
      send(served.asked, id, batch(0, 20));
      JsonNode ended = served.asked.post("/api/v1/live/" + id + "/end", new byte[0]).json();
      assertThat(ended.path("frames").asInt()).isEqualTo(20);
      assertThat(ended.path("job").isNull()).isTrue();
      assertThat(served.asked.get("/api/v1/jobs").json().path("jobs")).isEmpty();
      assertThat(left()).isEmpty();
    }
  }

  @Test
  void whatDoesNotHaveTheFormIsRefused() throws Exception {
    try (Served served = Served.at(folder)) {
      Asked asked = served.asked;
      String id = begin(asked, false);
      byte[] good = batch(0, 3);
      List<byte[]> wrong =
          List.of(
              new byte[5],
              Arrays.copyOf(good, good.length - 1),
              Pictures.batch(List.of(new byte[] {'G', 'I', 'F', '8'}), 0, RATE),
              Pictures.batch(List.of(new byte[0]), 0, RATE),
              Pictures.batch(List.of(pictures.get(0)), Double.NaN, RATE));
      for (byte[] batch : wrong) {
        Asked.Answer answer = send(asked, id, batch);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("expected").endsWith(".");
      }
      assertThat(send(asked, id, good).status()).isEqualTo(200);
      assertThat(send(asked, id, good).json().path("detail").asText())
          .contains("expected growing times");
      assertThat(send(asked, id, new byte[(16 << 20) + 1]).status()).isEqualTo(413);
      assertThat(send(asked, "0".repeat(32), good).status()).isEqualTo(404);
      for (String body : List.of("{}", "{\"record\":1}", "[", "null")) {
        assertThat(asked.post("/api/v1/live", body.getBytes(StandardCharsets.UTF_8)).status())
            .as(body)
            .isEqualTo(400);
      }
      byte[] face = "{\"record\":false,\"face\":\"behind\"}".getBytes(StandardCharsets.UTF_8);
      assertThat(asked.post("/api/v1/live", face).status()).isEqualTo(422);
    }
  }

  /** What begins as a JPEG and is none costs its session alone. */
  @Test
  void aDamagedPictureEndsItsSessionAndSaysWhy() throws Exception {
    try (Served served = Served.at(folder)) {
      Asked asked = served.asked;
      String damaged = begin(asked, false);
      String other = begin(asked, false);
      Asked.Answer third =
          asked.post("/api/v1/live", "{\"record\":false}".getBytes(StandardCharsets.UTF_8));
      assertThat(third.problem()).isEqualTo("too-many-cameras");
      assertThat(third.header("Retry-After")).isEqualTo("15");
      byte[] nonsense = new byte[500];
      System.arraycopy(pictures.get(0), 0, nonsense, 0, 4);
      Asked.Answer answer = send(asked, damaged, Pictures.batch(List.of(nonsense), 0, RATE));
      for (int i = 0; i < 600 && answer.status() == 200; i++) {
        Thread.sleep(100);
        answer = send(asked, damaged, new byte[0]);
      }
      assertThat(answer.problem()).isEqualTo("session-ended");
      assertThat(answer.json().path("detail").asText()).contains("not a JPEG");
      assertThat(send(asked, other, batch(0, 2)).status()).isEqualTo(200);
      // A session that is over makes room.
      begin(asked, false);
    }
  }

  @Test
  void picturesAreHeldToTheLimits() throws Exception {
    ServeSettings.Limits limits =
        new ServeSettings.Limits(
            Served.LIMITS.bytes(),
            60,
            320 * 240 - 1,
            30,
            Duration.ofSeconds(120),
            1L << 30,
            0,
            Duration.ofHours(24));
    try (Served served = Served.at(folder, limits)) {
      String id = begin(served.asked, true);
      Asked.Answer answer = send(served.asked, id, batch(0, 1));
      for (int i = 0; i < 600 && answer.status() == 200; i++) {
        Thread.sleep(100);
        answer = send(served.asked, id, new byte[0]);
      }
      assertThat(answer.json().path("detail").asText()).contains("320x240", "76799");
    }
  }

  /** A film as long as a session may be must not be refused as too long. */
  @Test
  void aRecordingThatIsEndedByTheLimitIsLookedAt() throws Exception {
    ServeSettings.Limits usual = Served.LIMITS;
    ServeSettings.Limits limits =
        new ServeSettings.Limits(
            usual.bytes(),
            3,
            usual.pixels(),
            usual.queue(),
            usual.jobTime(),
            usual.jobBytes(),
            usual.freeBytes(),
            usual.retention());
    try (Served served = Served.at(folder, limits)) {
      String id = begin(served.asked, true);
      Asked.Answer answer = send(served.asked, id, batch(0, 120));
      for (int i = 0; i < 600 && answer.status() == 200; i++) {
        Thread.sleep(100);
        answer = send(served.asked, id, new byte[0]);
      }
      assertThat(answer.json().path("detail").asText()).contains("lasts 3 s");
      assertThat(
              served
                  .asked
                  .post("/api/v1/live/" + id + "/end", new byte[0])
                  .json()
                  .path("job")
                  .path("id")
                  .asText())
          .isEqualTo(id);
      assertThat(served.over(id)).isEqualTo("done");
      assertThat(served.asked.get("/api/v1/jobs/" + id + "/result").json().path("frames").asInt())
          .isEqualTo(63); // 2.5 s at 25 a second, and the first
    }
  }

  @Test
  void aPageThatIsGoneEndsItsSessionAndKeepsItsFilm() throws Exception {
    try (Served served = Served.at(folder)) {
      Asked asked = served.asked;
      String id = begin(asked, true);
      send(asked, id, batch(0, 30));
      served.pass(Duration.ofSeconds(16));
      String jobs = "";
      for (int i = 0; i < 600 && jobs.isEmpty(); i++) {
        Thread.sleep(100);
        jobs = asked.get("/api/v1/jobs").json().path("jobs").path(0).path("id").asText();
      }
      assertThat(jobs).isEqualTo(id);
      assertThat(send(asked, id, batch(30, 31)).json().path("detail").asText())
          .contains("No picture came");
      served.pass(Duration.ofMinutes(10));
      for (int i = 0; i < 600 && send(asked, id, new byte[0]).status() != 404; i++) {
        Thread.sleep(100);
      }
      assertThat(send(asked, id, new byte[0]).status()).isEqualTo(404);
    }
  }
}
