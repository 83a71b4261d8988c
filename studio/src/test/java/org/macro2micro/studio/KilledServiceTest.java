package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed in the middle of a job loses neither the job nor an annotation. */
class KilledServiceTest {
  @TempDir Path folder;

  private record Started(Process process, Asked asked) {}

  private Started start() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.macro2micro.cli.Main",
                "serve",
                "--port",
                "0",
                "--no-gallery",
                "--data",
                folder.resolve("data").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    assertThat(line).startsWith("studio: http://127.0.0.1:");
    return new Started(process, new Asked(line.replaceFirst("studio: (\\S+).*", "$1")));
  }

  @Test
  void afterAKillTheJobIsDoneAndTheAnnotationIsThere() throws Exception {
    Path small = Films.grey(folder.resolve("small.avi"), 10, 64, 48);
    Path film = Films.grey(folder.resolve("film.avi"), 250, 320, 240);
    Started first = start();
    String id;
    String annotated;
    try {
      annotated = upload(first, small);
      assertThat(Served.over(first.asked(), annotated)).isEqualTo("done");
      id = upload(first, film);
      while (!state(first, id).equals("running")) {
        Thread.sleep(20);
      }
      Asked.Answer saved =
          first
              .asked()
              .put(
                  "/api/v1/jobs/" + annotated + "/layers/Ann",
                  "{\"revision\":0,\"intervals\":[{\"id\":\"a\",\"onset\":1,\"offset\":4,\"kind\":\"macro\"}]}");
      assertThat(saved.status()).isEqualTo(200);
      assertThat(state(first, id)).isEqualTo("running");
    } finally {
      first.process().destroyForcibly(); // SIGKILL
      assertThat(first.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    Started second = start();
    try {
      assertThat(
              second
                  .asked()
                  .get("/api/v1/jobs/" + annotated + "/layers")
                  .json()
                  .path("layers")
                  .get(0)
                  .path("intervals")
                  .get(0)
                  .path("offset")
                  .asInt())
          .isEqualTo(4);
      assertThat(Served.over(second.asked(), id)).isEqualTo("done");
      assertThat(second.asked().get("/api/v1/jobs/" + id + "/result").json().path("frames").asInt())
          .isEqualTo(250);
    } finally {
      second.process().destroyForcibly();
    }
  }

  private static String upload(Started service, Path film) throws Exception {
    return service
        .asked()
        .post("/api/v1/jobs", Files.readAllBytes(film))
        .json()
        .path("id")
        .asText();
  }

  private static String state(Started service, String id) {
    return service.asked().get("/api/v1/jobs/" + id).json().path("state").asText();
  }
}
