package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.cli.ServeSettings;

/** A first start has something to look at, which time does not delete. */
class StartedGalleryTest {
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
    try (Served served = Served.of(settings, Map.of("X-Requested-With", "macro2micro"))) {
      JsonNode jobs = served.asked.get("/api/v1/jobs").json().path("jobs");
      for (int i = 0; i < 600 && jobs.size() < 3; i++) {
        Thread.sleep(200);
        jobs = served.asked.get("/api/v1/jobs").json().path("jobs");
      }
      assertThat(jobs).hasSize(3);
      for (JsonNode job : jobs) {
        assertThat(job.path("gallery").asBoolean()).isTrue();
        assertThat(job.path("deletes").isNull()).isTrue();
        served.asked.delete("/api/v1/jobs/" + job.path("id").asText());
      }
    }
    try (Served served = Served.of(settings, Map.of("X-Requested-With", "macro2micro"))) {
      Thread.sleep(300);
      assertThat(served.asked.get("/api/v1/jobs").json().path("jobs")).isEmpty();
    }
  }
}
