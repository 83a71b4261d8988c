package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpotScoreCommandTest {
  @TempDir Path folder;

  @Test
  void itScoresTheVideosThatTheLabDraws() throws IOException {
    Path videos = folder.resolve("videos");
    JsonNode drawn =
        Ran.of(
                "lab",
                "video",
                videos.toString(),
                "--videos",
                "1",
                "--seconds",
                "5",
                "--fps",
                "10",
                "--picture",
                "160x120",
                "--seed",
                "3",
                "--json")
            .json();
    assertThat(drawn.path("frames").asInt()).isEqualTo(50);
    JsonNode scored =
        Ran.of("spot-score", videos.toString(), "--development", videos.toString(), "--json")
            .json();
    assertThat(scored.path("rows")).hasSize(4);
    for (JsonNode row : scored.path("rows")) {
      assertThat(row.path("f1").asDouble()).isBetween(0.0, 1.0);
      assertThat(row.path("interval").path("low").asDouble())
          .isLessThanOrEqualTo(row.path("f1").asDouble());
    }
    assertThat(scored.path("rows").get(0).path("spotter").asText()).isEqualTo("contrast");
  }

  @Test
  void aFolderWithoutATruthIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Ran ran = Ran.of("spot-score", empty.toString(), "--development", empty.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("truth.csv").hasLineCount(1);
  }

  @Test
  void aPictureThatIsNoSizeIsRefused() {
    Path videos = folder.resolve("videos");
    for (String picture : new String[] {"large", "640", "33x32"}) {
      Ran ran = Ran.of("lab", "video", videos.toString(), "--picture", picture);
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("expected").doesNotContain("Exception");
      assertThat(videos).doesNotExist();
    }
  }
}
