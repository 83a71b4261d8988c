package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.cli.ServeSettings;

/** The first start draws films to look at, which stay until somebody deletes them. */
class StartedGalleryTest {
  private static final Map<String, String> OWN = Map.of("X-Requested-With", "macro2micro");

  @TempDir Path folder;

  @Test
  void filmsOfGeneratedPeopleAreThere() throws Exception {
    ServeSettings settings =
        new ServeSettings(
            List.of(),
            "127.0.0.1",
            0,
            folder,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Served.LIMITS);
    try (Served served = Served.of(settings, OWN)) {
      for (int i = 0; i < 600 && !Files.exists(folder.resolve("gallery-drawn")); i++) {
        Thread.sleep(200);
      }
      JsonNode jobs = served.asked.get("/api/v1/jobs").json().path("jobs");
      assertThat(jobs).hasSize(3);
      for (JsonNode job : jobs) {
        assertThat(job.path("gallery").asBoolean()).isTrue();
        assertThat(job.path("deletes").isNull()).isTrue();
        served.asked.delete("/api/v1/jobs/" + job.path("id").asText());
      }
    }
    try (Served served = Served.of(settings, OWN)) {
      // The thread that draws starts with the service and would be at work for seconds.
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("gallery");
      assertThat(served.asked.get("/api/v1/jobs").json().path("jobs")).isEmpty();
    }
  }
}
