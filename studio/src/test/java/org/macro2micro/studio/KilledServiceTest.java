package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.studio.film.FilmResult;

/** A service that is killed in the middle of a job loses neither the job nor an annotation. */
class KilledServiceTest {
  @TempDir Path folder;

  /** Frames that take seconds to look at, while the test needs some hundredths of one. */
  private static final int MANY_FRAMES = 1500;

  @Test
  void afterAKillTheJobIsDoneAndTheAnnotationIsThere() throws Exception {
    Path data = folder.resolve("data");
    byte[] small = Files.readAllBytes(Films.grey(folder.resolve("small.avi"), 10, 64, 48));
    byte[] film = Files.readAllBytes(Films.grey(folder.resolve("film.avi"), MANY_FRAMES, 64, 48));
    ProcessHandle decoder;
    String id;
    String annotated;
    try (ServedProcess first = ServedProcess.at(data)) {
      annotated = upload(first, small);
      assertThat(Served.over(first.asked, annotated)).isEqualTo("done");
      id = upload(first, film);
      decoder = decoder(first);
      Asked.Answer saved =
          first.asked.put(
              "/api/v1/jobs/" + annotated + "/layers/Ann",
              "{\"revision\":0,\"intervals\":[{\"id\":\"a\",\"onset\":1,\"offset\":4,\"kind\":\"macro\"}]}");
      assertThat(saved.status()).isEqualTo(200);
      assertThat(state(first, id)).isEqualTo("running");
      first.kill();
    }
    // The process of the job ends when the service is gone, and does not get to the end of the
    // film.
    decoder.onExit().get(60, TimeUnit.SECONDS);
    assertThat(data.resolve("work").resolve(id)).isDirectory();
    assertThat(data.resolve("work").resolve(id).resolve(FilmResult.FILE)).doesNotExist();
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
          .isEqualTo(MANY_FRAMES);
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

  private static String upload(ServedProcess service, byte[] film) {
    return service.asked.post("/api/v1/jobs", film).json().path("id").asText();
  }

  private static String state(ServedProcess service, String id) {
    return service.asked.get("/api/v1/jobs/" + id).json().path("state").asText();
  }
}
