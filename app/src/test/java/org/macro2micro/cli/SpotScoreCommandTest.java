package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpotScoreCommandTest {
  private static final double MINUTES = 8 / 60.0;

  /** One video with one micro-expression, which is found, and blinks. */
  @TempDir static Path drawing;

  private static Path videos = Path.of("");

  @TempDir Path folder;

  @BeforeAll
  static void draw() throws IOException {
    videos = drawing.resolve("videos");
    LongVideo.draw(videos);
  }

  @Test
  void itScoresTheVideosThatTheLabDraws() throws IOException {
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
    JsonNode alone = Ran.of("spot-score", videos.toString(), "--json").json();
    assertThat(alone.path("rows")).hasSize(1);
    assertThat(alone.path("rows").get(0)).isEqualTo(scored.path("rows").get(2));
    assertThat(alone.has("threshold")).isFalse();
  }

  @Test
  void itScoresFilmsAgainstAFileOfAnyFormat() throws IOException {
    Path film = videos.resolve("video001.avi");
    JsonNode folderRow = Ran.of("spot-score", videos.toString(), "--json").json().at("/rows/0");
    assertThat(folderRow.path("micros").asInt()).isEqualTo(1);
    assertThat(folderRow.path("f1").asDouble()).isEqualTo(1);
    String own = videos.resolve("truth.csv").toString();
    JsonNode ownRow =
        Ran.of("spot-score", film.toString(), "--truth", own, "--json").json().at("/rows/0");
    assertSameScores(ownRow, folderRow);

    Path exported = exported();
    Ran ran = Ran.of("spot-score", film.toString(), "--truth", exported.toString(), "--json");
    assertSameScores(ran.json().at("/rows/0"), folderRow);
    assertThat(ran.json().path("problems"))
        .singleElement()
        .extracting(JsonNode::asText)
        .asString()
        .contains("other.avi has 1 event");
    assertThat(ran.err()).contains("other.avi has 1 event");

    // Half a second later it is another movement.
    Path late = Files.writeString(folder.resolve("late.csv"), later(Files.readString(exported)));
    JsonNode missed =
        Ran.of("spot-score", film.toString(), "--truth", late.toString(), "--json")
            .json()
            .at("/rows/0");
    assertThat(missed.path("micros").asInt()).isEqualTo(1);
    assertThat(missed.path("f1").asDouble()).isZero();
  }

  @Test
  void aFilmInWhichNothingHappensCountsMinutesAndFalseAlarms() throws IOException {
    JsonNode row = Ran.of("spot-score", videos.toString(), "--json").json().at("/rows/0");
    assertThat(row.path("f1").asDouble()).isEqualTo(1);

    Files.copy(videos.resolve("video001.avi"), folder.resolve("video001.avi"));
    Files.writeString(
        folder.resolve("truth.csv"), "video,onset,apex,offset,kind,label\nvideo001.avi,,,,,\n");
    JsonNode calm = Ran.of("spot-score", folder.toString(), "--json").json().at("/rows/0");
    assertThat(calm.path("micros").asInt()).isZero();
    assertThat(calm.path("falseAlarms").path("nothing").asInt()).isEqualTo(1);
    assertThat(calm.path("falseAlarmsPerMinute").asDouble()).isCloseTo(1 / MINUTES, within(1e-9));

    Path other = Files.writeString(folder.resolve("other.vtt"), "WEBVTT\n");
    String film = videos.resolve("video001.avi").toString();
    JsonNode unnamed =
        Ran.of("spot-score", film, "--truth", other.toString(), "--json").json().at("/rows/0");
    assertSameScores(unnamed, calm);
  }

  @Test
  void whatIsMissingIsSaidInOneRightLine() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    Path some = Files.createDirectory(folder.resolve("some"));
    Files.writeString(some.resolve("truth.csv"), "");
    Ran ran = Ran.of("spot-score", some.toString(), "--development", nowhere.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .hasLineCount(1)
        .contains(nowhere + ": no such folder; expected a folder of videos with truth.csv")
        .doesNotContain("lab video");
    ran = Ran.of("spot-score", nowhere.toString());
    assertThat(ran.err()).hasLineCount(1).contains(nowhere + ": no such folder");
    ran = Ran.of("spot-score", nowhere.toString(), "--truth", some.resolve("truth.csv").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).hasLineCount(1).contains(nowhere + ": no such file; expected a video");
    Path film = Files.writeString(folder.resolve("x.avi"), "");
    ran = Ran.of("spot-score", film.toString(), "--truth", some.resolve("truth.csv").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).hasLineCount(1).contains("truth.csv").contains("the file is empty");
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
    Path unmade = folder.resolve("videos");
    for (String picture : new String[] {"large", "640", "33x32"}) {
      Ran ran = Ran.of("lab", "video", unmade.toString(), "--picture", picture);
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("expected").doesNotContain("Exception");
      assertThat(unmade).doesNotExist();
    }
  }

  /** Writes the events of the drawn video as a table in seconds, beside another film's. */
  private Path exported() throws IOException {
    StringBuilder table = new StringBuilder("video,onset_s,apex_s,offset_s,kind,label\n");
    table.append("other.avi,1,1,2,blink,\n");
    for (String row : Files.readAllLines(videos.resolve("truth.csv")).stream().skip(1).toList()) {
      String[] cells = row.split(",", -1);
      for (int i = 1; i <= 3; i++) {
        cells[i] = String.valueOf(Integer.parseInt(cells[i]) / 25.0);
      }
      cells[0] = "video001.mp4";
      table.append(String.join(",", cells)).append('\n');
    }
    return Files.writeString(folder.resolve("films.csv"), table);
  }

  /** Returns a table in seconds with all events half a second later. */
  private static String later(String table) {
    StringBuilder later = new StringBuilder();
    for (String row : table.lines().toList()) {
      String[] cells = row.split(",", -1);
      for (int i = 1; i <= 3 && !cells[0].equals("video"); i++) {
        cells[i] = String.valueOf(Double.parseDouble(cells[i]) + .5);
      }
      later.append(String.join(",", cells)).append('\n');
    }
    return later.toString();
  }

  private static void assertSameScores(JsonNode row, JsonNode other) {
    for (String key :
        new String[] {"micros", "precision", "recall", "f1", "falseAlarmsPerMinute"}) {
      assertThat(row.path(key)).as(key).isEqualTo(other.path(key));
    }
    assertThat(row.path("falseAlarms")).isEqualTo(other.path("falseAlarms"));
  }
}
