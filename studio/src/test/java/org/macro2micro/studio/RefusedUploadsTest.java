package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.cli.ServeSettings;

/** The service refuses what passes a limit or is not a film, says why, and keeps nothing of it. */
class RefusedUploadsTest {
  private static final ServeSettings.Limits SMALL =
      new ServeSettings.Limits(
          300_000, 1, 4000, 1, Duration.ofSeconds(60), 1L << 30, 0, Duration.ofHours(1));

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void start() throws Exception {
    served = Served.at(folder.resolve("data"), SMALL);
  }

  @AfterEach
  void close() {
    served.close();
  }

  private Asked.Answer post(byte[] bytes, String query) {
    return served.asked.post("/api/v1/jobs" + query, bytes);
  }

  private void nothingIsLeft() throws Exception {
    try (Stream<Path> jobs = Files.list(folder.resolve("data/jobs"));
        Stream<Path> work = Files.list(folder.resolve("data/work"))) {
      assertThat(jobs).isEmpty();
      assertThat(work).isEmpty();
    }
    assertThat(served.asked.get("/api/v1/jobs").json().path("jobs")).isEmpty();
  }

  @Test
  void contentDecidesAndNotTheName() throws Exception {
    for (String text : new String[] {"#!/bin/sh\nrm -rf /\n", "", "<svg onload='x'/>", "short"}) {
      Asked.Answer answer = post(text.getBytes(StandardCharsets.UTF_8), "?name=film.mp4");
      assertThat(answer.status()).isEqualTo(415);
      assertThat(answer.problem()).isEqualTo("not-a-film");
    }
    nothingIsLeft();
    Path film = Films.grey(folder.resolve("film.avi"), 5, 64, 48);
    assertThat(post(Files.readAllBytes(film), "?name=notes.txt").status()).isEqualTo(202);
  }

  @Test
  void archivesAreNotUnpackedButRefused() throws Exception {
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0};
    byte[] tar = new byte[1024];
    System.arraycopy("film.avi".getBytes(StandardCharsets.US_ASCII), 0, tar, 0, 8);
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
    for (byte[] archive : List.of(zip, gzip, tar)) {
      assertThat(post(archive, "?name=films.avi").status()).isEqualTo(415);
    }
    nothingIsLeft();
  }

  @Test
  void anUploadLeavesRoomOnTheDisk() throws Exception {
    ServeSettings.Limits noRoom =
        new ServeSettings.Limits(
            300_000,
            1,
            4000,
            1,
            Duration.ofSeconds(60),
            1L << 30,
            Long.MAX_VALUE,
            Duration.ofHours(1));
    byte[] film = Files.readAllBytes(Films.grey(folder.resolve("film.avi"), 2, 64, 48));
    try (Served full = Served.at(folder.resolve("full"), noRoom)) {
      Asked.Answer answer = full.asked.post("/api/v1/jobs", film);
      assertThat(answer.status()).isEqualTo(507);
      assertThat(answer.problem()).isEqualTo("no-room");
      assertThat(full.asked.get("/api/v1/jobs").json().path("jobs")).isEmpty();
    }
  }

  @Test
  void aFileThatIsTooLargeIsNotKept() throws Exception {
    byte[] large = new byte[2_000_000];
    new Random(1).nextBytes(large);
    System.arraycopy(Films.broken(), 0, large, 0, 16);
    Asked.Answer answer = post(large, "");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("detail").asText()).contains("300000 bytes");
    nothingIsLeft();
  }

  @Test
  void parametersThatAreNotKnownAreRefused() throws Exception {
    byte[] film = Films.broken();
    for (String query :
        new String[] {
          "?model=x", "?rate=0", "?rate=NaN", "?rate=1e999", "?face=nose", "?rate=-3"
        }) {
      assertThat(post(film, query).status()).as(query).isEqualTo(422);
    }
    nothingIsLeft();
  }

  @Test
  void whatIsTooLongTooLargeOrDamagedFailsAndSaysSo() throws Exception {
    Path longer = Films.grey(folder.resolve("long.avi"), 40, 64, 48);
    Path larger = Films.grey(folder.resolve("large.avi"), 5, 128, 96);
    assertFails(Files.readAllBytes(longer), "too-long", "at most 1.0 s");
    assertFails(Files.readAllBytes(larger), "too-large", "128x96");
    assertFails(Films.broken(), "unreadable", "a video is expected");
  }

  private void assertFails(byte[] film, String type, String says) throws Exception {
    Asked.Answer answer = post(film, "?name=my%20film.avi");
    String id = answer.json().path("id").asText();
    assertThat(served.over(id)).isEqualTo("failed");
    JsonNode job = served.asked.get("/api/v1/jobs/" + id).json();
    assertThat(job.path("problem").path("type").asText()).endsWith(":" + type);
    assertThat(job.path("problem").path("detail").asText())
        .contains(says)
        .doesNotContain(folder.toString());
    Asked.Answer result = served.asked.get("/api/v1/jobs/" + id + "/result");
    assertThat(result.status()).isEqualTo(409);
    assertThat(folder.resolve("data/work").resolve(id)).doesNotExist();
  }

  @Test
  void aQueueThatIsFullSaysWhenToComeAgain() throws Exception {
    byte[] film = Files.readAllBytes(Films.grey(folder.resolve("film.avi"), 20, 64, 48));
    boolean isFull = false;
    for (int i = 0; i < 20 && !isFull; i++) {
      Asked.Answer answer = post(film, "");
      isFull = answer.status() == 429;
      if (isFull) {
        assertThat(answer.header("Retry-After")).matches("[0-9]+");
      } else {
        assertThat(answer.status()).isEqualTo(202);
      }
    }
    assertThat(isFull).isTrue();
  }

  @Test
  void namesAreForPeopleAlone() throws Exception {
    byte[] film = Files.readAllBytes(Films.grey(folder.resolve("film.avi"), 2, 64, 48));
    String[][] names = {
      {"../../etc/passwd", "passwd"},
      {"C:\\temp\\a b.avi", "a b.avi"},
      {"=cmd|' /C calc'!A0", "C calc'!A0"},
      {"x\u202Eiva.exe\u0000\n", "xiva.exe"},
      {"", "film"},
      {"\u00e4".repeat(400), "\u00e4".repeat(150)},
    };
    for (String[] name : names) {
      Asked.Answer answer =
          post(film, "?name=" + URLEncoder.encode(name[0], StandardCharsets.UTF_8));
      assertThat(answer.json().path("name").asText()).isEqualTo(name[1]);
      served.asked.delete("/api/v1/jobs/" + answer.json().path("id").asText());
    }
  }

  @Test
  void aJobIsCancelled() throws Exception {
    byte[] film = Files.readAllBytes(Films.grey(folder.resolve("film.avi"), 20, 64, 48));
    String id = post(film, "").json().path("id").asText();
    Asked.Answer cancelled = served.asked.post("/api/v1/jobs/" + id + "/cancel", new byte[0]);
    assertThat(cancelled.json().path("state").asText()).isEqualTo("cancelled");
    assertThat(served.asked.get("/api/v1/jobs/" + id).json().path("state").asText())
        .isEqualTo("cancelled");
    assertThat(folder.resolve("data/work").resolve(id)).doesNotExist();
  }
}
