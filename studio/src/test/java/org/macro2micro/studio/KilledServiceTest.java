package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed in the middle of a job loses neither the job nor an annotation. */
class KilledServiceTest {
  @TempDir Path folder;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the test stops a process by a signal")
  void afterAKillTheJobIsDoneAndTheAnnotationIsThere() throws Exception {
    Path data = folder.resolve("data");
    byte[] film = Files.readAllBytes(Films.grey(folder.resolve("film.avi"), 100, 64, 48));
    ProcessHandle decoder;
    String id;
    String annotated;
    try (ServedProcess first = ServedProcess.at(data)) {
      annotated = upload(first, film);
      assertThat(Served.over(first.asked, annotated)).isEqualTo("done");
      id = upload(first, film);
      // A process that is stopped can't end its job before the service is killed.
      decoder = decoder(first);
      signal("STOP", decoder);
      assertThat(state(first, id)).isEqualTo("running");
      Asked.Answer saved =
          first.asked.put(
              "/api/v1/jobs/" + annotated + "/layers/Ann",
              "{\"revision\":0,\"intervals\":[{\"id\":\"a\",\"onset\":1,\"offset\":4,\"kind\":\"macro\"}]}");
      assertThat(saved.status()).isEqualTo(200);
      assertThat(state(first, id)).isEqualTo("running");
      first.kill();
    }
    signal("CONT", decoder);
    // The process of the job ends when the service is gone.
    decoder.onExit().get(60, TimeUnit.SECONDS);
    try (ServedProcess second = ServedProcess.at(data)) {
      assertThat(
              second
                  .asked
                  .get("/api/v1/jobs/" + annotated + "/layers")
                  .json()
                  .at("/layers/0/intervals/0/offset")
                  .asInt())
          .isEqualTo(4);
      assertThat(Served.over(second.asked, id)).isEqualTo("done");
      assertThat(second.asked.get("/api/v1/jobs/" + id + "/result").json().path("frames").asInt())
          .isEqualTo(100);
    }
  }

  private static ProcessHandle decoder(ServedProcess service) throws InterruptedException {
    for (int i = 0; i < 3000; i++) {
      List<ProcessHandle> children = service.children();
      if (!children.isEmpty()) {
        return children.get(0);
      }
      Thread.sleep(10);
    }
    throw new AssertionError("the service starts no process for a job");
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    assertThat(
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor())
        .isZero();
  }

  private static String upload(ServedProcess service, byte[] film) {
    return service.asked.post("/api/v1/jobs", film).json().path("id").asText();
  }

  private static String state(ServedProcess service, String id) {
    return service.asked.get("/api/v1/jobs/" + id).json().path("state").asText();
  }
}
