package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbers of docs/databases.md on generated databases of the official counts: tiny frames, but
 * every clip, sheet and slip.
 */
class OfficialCountsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void drawThem() {
    for (String layout : List.of("composite", "ckplus", "mmi")) {
      Ran ran =
          Ran.of(
              "lab",
              layout,
              folder.resolve(layout).toString(),
              "--like",
              layout,
              "--frames",
              "3",
              "--size",
              "16");
      assertThat(ran.code()).as(ran.err()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "composite/casme2, casme2, 255, 26, 255, disgust:63 fear:2 happiness:32 other:99 repression:27"
        + " sadness:7 surprise:25",
    "composite/smic, smic, 164, 16, 0, negative:70 positive:51 surprise:43",
    "composite/samm, samm, 159, 29, 159, anger:57 contempt:12 disgust:9 fear:8 happiness:26 other:26"
        + " sadness:6 surprise:15",
    "ckplus, ckplus, 327, 123, 327, anger:45 contempt:18 disgust:59 fear:25 happiness:69 sadness:28"
        + " surprise:83",
    "mmi, mmi, 205, 31, 204, anger:31 disgust:32 fear:28 happiness:42 sadness:32 surprise:40"
  })
  void everyDatabaseHasItsNumbers(
      String place, String database, int clips, int subjects, int coded, String labels)
      throws IOException {
    for (String[] more : List.of(new String[] {"--json"}, new String[] {"--json", "--no-frames"})) {
      JsonNode json = data(database, place, more);
      assertThat(json.path("clips").asInt()).isEqualTo(clips);
      assertThat(sorted(json.path("labels"))).isEqualTo(counts(labels));
      // Nobody coded SMIC, and in MMI not the clip that lies on its side.
      assertThat(json.path("units").path("coded").asInt()).isEqualTo(coded);
      // In CK+ some people have no labelled sequence: which is not published, nor drawn alike.
      if (!database.equals("ckplus")) {
        assertThat(json.path("subjects").asInt()).isEqualTo(subjects);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "composite/casme2, casme2, cde, 145, 24, negative:88 positive:32 surprise:25",
    "composite/smic, smic, cde, 164, 16, negative:70 positive:51 surprise:43",
    "composite/samm, samm, cde, 133, 28, negative:92 positive:26 surprise:15",
    "composite, composite, cde, 442, 68, negative:250 positive:109 surprise:83",
    "composite/casme2, casme2, casme2-5, 246, 26, disgust:63 happiness:32 other:99 repression:27"
        + " surprise:25",
    "composite/samm, samm, samm-5, 136, 29, anger:57 contempt:12 happiness:26 other:26"
        + " surprise:15",
    "composite/smic, smic, smic-3, 164, 16, negative:70 positive:51 surprise:43",
    "composite/samm, samm, raw, 159, 29, anger:57 contempt:12 disgust:9 fear:8 happiness:26"
        + " other:26 sadness:6 surprise:15"
  })
  void everySchemeHasItsNumbers(
      String place, String database, String scheme, int clips, int subjects, String labels)
      throws IOException {
    for (String[] more : List.of(new String[] {}, new String[] {"--no-frames"})) {
      JsonNode json =
          data(
                  database,
                  place,
                  Stream.concat(Stream.of("--json", "--scheme", scheme), Stream.of(more))
                      .toArray(String[]::new))
              .path("scheme");
      assertThat(json.path("name").asText()).isEqualTo(scheme);
      assertThat(json.path("clips").asInt()).isEqualTo(clips);
      assertThat(sorted(json.path("labels"))).isEqualTo(counts(labels));
      if (!scheme.equals("samm-5")) {
        assertThat(json.path("subjects").asInt()).isEqualTo(subjects);
      }
    }
  }

  @Test
  void tableOneIsPrintedRowForRow() {
    Ran ran =
        Ran.of("data", "composite", folder.resolve("composite").toString(), "--scheme", "cde");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("composite: 578 clips of 71 subjects")
        .contains("Scheme cde: 442 clips of 68 subjects")
        .containsPattern("\ndatabase +clips +negative +positive +surprise +subjects\n")
        .containsPattern("\ncasme2 +145 +88 +32 +25 +24\n")
        .containsPattern("\nsamm +133 +92 +26 +15 +28\n")
        .containsPattern("\nsmic +164 +70 +51 +43 +16\n")
        .containsPattern("\nall +442 +250 +109 +83 +68\n")
        .contains("Clips by action unit: 414 of 578 clips are coded\n");
    assertThat(Ran.of("data", "smic", folder.resolve("composite/smic").toString()).out())
        .contains("action units: no clip is coded\n");
  }

  @Test
  void thePeopleAndCountsOfTheOfficialListAreThoseOfTheScheme() throws IOException {
    Map<String, int[]> official = new TreeMap<>();
    TreeSet<String> people = new TreeSet<>();
    try (InputStream in = OfficialCountsTest.class.getResourceAsStream("cde-by-subject.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.strip().split("\n")) {
        String[] cells = line.split(",");
        if (!cells[0].equals("database")) {
          people.add(cells[0] + "/" + cells[1]);
          int[] sums = official.computeIfAbsent(cells[0], d -> new int[3]);
          for (int i = 0; i < 3; i++) {
            sums[i] += Integer.parseInt(cells[2 + i]);
          }
        }
      }
    }
    assertThat(people).hasSize(68);
    for (String database : official.keySet()) {
      JsonNode labels =
          data(database, "composite/" + database, "--json", "--scheme", "cde", "--no-frames")
              .path("scheme")
              .path("labels");
      assertThat(official.get(database))
          .containsExactly(
              labels.path("negative").asInt(),
              labels.path("positive").asInt(),
              labels.path("surprise").asInt());
    }
    // Everyone of the official list is a person of the databases, under the same name.
    String table =
        Ran.of("data", "composite", folder.resolve("composite").toString(), "--no-frames").out();
    assertThat(people).allSatisfy(person -> assertThat(table).contains("\n" + person + " "));
  }

  @Test
  void theSlipsOfTheRealSheetsAreListed() throws IOException {
    JsonNode samm = data("samm", "composite/samm", "--json").path("problems");
    assertThat(problems(samm))
        .hasSize(4)
        .anyMatch(p -> p.startsWith("samm/013/013_1_9 CORRECTED offset frame"))
        .anyMatch(p -> p.startsWith("samm/032/032_3_2 CORRECTED offset frame"))
        .anyMatch(p -> p.startsWith("samm/028/028_4_1 NOTED apex frame"))
        .anyMatch(p -> p.startsWith("samm/032/032_3_1 NOTED apex frame"));
    JsonNode casme = data("casme2", "composite/casme2", "--json").path("problems");
    assertThat(problems(casme))
        .hasSize(2)
        .anyMatch(p -> p.startsWith("casme2/sub04/EP12_01f NOTED apex \"/\""))
        .anyMatch(p -> p.contains("CORRECTED offset frame"));
    assertThat(data("smic", "composite/smic", "--json").path("problems")).isEmpty();
    assertThat(problems(data("ckplus", "ckplus", "--json").path("problems")))
        .singleElement()
        .asString()
        .contains("266 of 593 sequences have no emotion label");
    // At 16 pixels nobody finds the face of the clip that lies on its side.
    assertThat(problems(data("mmi", "mmi", "--json").path("problems")))
        .hasSize(3)
        .anyMatch(p -> p.contains("6 of 217 sessions show another task"))
        .anyMatch(p -> p.contains("6 of 217 sessions show the face from the side"))
        .anyMatch(p -> p.contains("may lie on its side"));
  }

  private static JsonNode data(String database, String place, String... more) throws IOException {
    return Ran.of(
            Stream.concat(
                    Stream.of("data", database, folder.resolve(place).toString()), Stream.of(more))
                .toArray(String[]::new))
        .json();
  }

  private static List<String> problems(JsonNode list) {
    List<String> lines = new ArrayList<>();
    list.forEach(
        p ->
            lines.add(
                "%s %s %s"
                    .formatted(
                        p.path("clip").asText(),
                        p.path("action").asText(),
                        p.path("problem").asText())));
    return lines;
  }

  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String pair : text.split(" ")) {
      counts.put(pair.split(":")[0], Integer.parseInt(pair.split(":")[1]));
    }
    return counts;
  }

  private static Map<String, Integer> sorted(JsonNode labels) {
    Map<String, Integer> counts = new TreeMap<>();
    labels.fields().forEachRemaining(e -> counts.put(e.getKey(), e.getValue().asInt()));
    return counts;
  }
}
