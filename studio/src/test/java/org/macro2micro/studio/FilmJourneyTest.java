package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film from its upload to its end, over HTTP. */
class FilmJourneyTest {
  @TempDir static Path folder;

  private static Served served;
  private static String face;
  private static String grey;

  @BeforeAll
  static void upload() throws Exception {
    served = Served.at(folder.resolve("data"));
    Path film = Films.face(folder.resolve("lab"));
    grey = served.upload(Films.grey(folder.resolve("grey.avi"), 20, 64, 48), "?name=grey.avi");
    face = served.upload(film, "?name=video001.avi");
    assertThat(served.over(grey)).isEqualTo("done");
    assertThat(served.over(face)).isEqualTo("done");
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static Asked.Answer get(String path) {
    return served.asked.get("/api/v1/jobs/" + face + path);
  }

  @Test
  void theFramesAreThoseOfTheFilm() throws IOException {
    JsonNode result = served.asked.get("/api/v1/jobs/" + grey + "/result").json();
    assertThat(result.path("frames").asInt()).isEqualTo(20);
    assertThat(result.path("rate").asDouble()).isEqualTo(25);
    assertThat(result.path("faceShare").asDouble()).isZero();
    assertThat(result.path("notes").get(0).asText()).contains("There is no face");
    for (int n : new int[] {0, 7, 19}) {
      Asked.Answer frame = served.asked.get("/api/v1/jobs/" + grey + "/frames/" + n);
      assertThat(frame.type()).isEqualTo("image/jpeg");
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(frame.response().body()));
      assertThat(image.getWidth()).isEqualTo(64);
      // The writer's codec and JPEG lose a little, less than half of a step.
      assertThat(image.getRGB(30, 20) & 255).isBetween(20 + 4 * n - 1, 20 + 4 * n + 1);
    }
    assertThat(served.asked.get("/api/v1/jobs/" + grey + "/frames/20").status()).isEqualTo(404);
    assertThat(served.asked.get("/api/v1/jobs/" + grey + "/frames/-1").status()).isEqualTo(400);
    BufferedImage small =
        ImageIO.read(
            new ByteArrayInputStream(
                served.asked.get("/api/v1/jobs/" + grey + "/frames/3?width=32").response().body()));
    assertThat(small.getWidth()).isEqualTo(32);
    assertThat(small.getHeight()).isEqualTo(24);
  }

  @Test
  void movementsHaveNumbersAndPicturesAndNoNames() throws IOException {
    JsonNode result = get("/result").json();
    assertThat(result.path("frames").asInt()).isEqualTo(200);
    assertThat(result.path("curve")).hasSize(200);
    assertThat(result.path("intervals").size()).isPositive();
    JsonNode first = result.path("intervals").get(0);
    assertThat(first.path("label").isNull()).isTrue();
    assertThat(first.path("pictures").path("heat").isNull()).isTrue();
    for (String kind : List.of("onset", "apex", "movement")) {
      Asked.Answer picture = served.asked.get(first.path("pictures").path(kind).asText());
      assertThat(ImageIO.read(new ByteArrayInputStream(picture.response().body())).getWidth())
          .isEqualTo(128);
    }
    assertThat(get("/pictures/1/heat.png").status()).isEqualTo(404);
    assertThat(get("/pictures/999/onset.png").status()).isEqualTo(404);
  }

  @Test
  void aLayerIsWrittenUndoneAndRefusedWhereItIsOld() {
    String layers = "/api/v1/jobs/" + face + "/layers/Ann";
    String one =
        "{\"id\":\"x\",\"onset\":3,\"apex\":5,\"offset\":9,\"kind\":\"micro\",\"label\":\"joy\",\"comment\":\"<b>\"}";
    Asked.Answer first = served.asked.put(layers, "{\"revision\":0,\"intervals\":[" + one + "]}");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().path("revision").asInt()).isEqualTo(1);
    Asked.Answer old = served.asked.put(layers, "{\"revision\":0,\"intervals\":[]}");
    assertThat(old.status()).isEqualTo(409);
    assertThat(old.json().path("current").path("revision").asInt()).isEqualTo(1);
    Asked.Answer beyond =
        served.asked.put(
            layers, "{\"revision\":1,\"intervals\":[" + one.replace("9", "200") + "]}");
    assertThat(beyond.status()).isEqualTo(422);
    assertThat(beyond.json().path("detail").asText()).contains("0 to 199");
    Asked.Answer undone = served.asked.post(layers + "/undo", new byte[0]);
    assertThat(undone.json().path("revision").asInt()).isEqualTo(2);
    assertThat(undone.json().path("intervals")).isEmpty();
    assertThat(served.asked.post(layers + "/undo", new byte[0]).status()).isEqualTo(409);
    assertThat(served.asked.post(layers + "/redo", new byte[0]).json().path("intervals"))
        .hasSize(1);
    assertThat(served.asked.get(layers + "/history").json().path("revisions")).hasSize(3);
    assertThat(get("/layers").json().path("layers").get(0).path("annotator").asText())
        .isEqualTo("Ann");
    assertThat(served.asked.delete(layers).status()).isEqualTo(204);
    assertThat(served.asked.delete(layers).status()).isEqualTo(404);
  }

  @Test
  void whatWasFoundAgreesWithItselfAndIsScored() throws IOException {
    JsonNode same = get("/agreement?a=found&b=found").json();
    assertThat(same.path("f1").asDouble()).isEqualTo(1);
    assertThat(same.path("onlyA").asInt()).isZero();
    assertThat(get("/agreement?a=found&b=nobody").status()).isEqualTo(404);
    byte[] truth = Files.readAllBytes(folder.resolve("lab/truth.csv"));
    JsonNode score = served.asked.post("/api/v1/jobs/" + face + "/score?layer=found", truth).json();
    long micros =
        new String(truth, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains(",micro,"))
            .count();
    int hits = score.path("truePositives").asInt();
    assertThat(hits).isPositive();
    assertThat(hits + score.path("falseNegatives").asLong()).isEqualTo(micros);
    Asked.Answer nonsense =
        served.asked.post(
            "/api/v1/jobs/" + face + "/score", "nonsense".getBytes(StandardCharsets.UTF_8));
    assertThat(nonsense.status()).isEqualTo(422);
    assertThat(nonsense.json().path("detail").asText()).doesNotContain(folder.toString());
  }

  @Test
  void everyFormatIsExported() throws IOException {
    for (JsonNode format : served.asked.get("/api/v1/formats").json().path("formats")) {
      String word = format.path("word").asText();
      Asked.Answer file = get("/export?format=" + word);
      assertThat(file.status()).as(word).isEqualTo(200);
      assertThat(file.header("Content-Disposition"))
          .matches("attachment; filename=\"[A-Za-z0-9._-]+\"");
      assertThat(file.response().body()).isNotEmpty();
    }
    List<String> names = new ArrayList<>();
    byte[] bids = get("/export?format=bids").response().body();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bids))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names).hasSize(2).allMatch(name -> name.startsWith("video001"));
    assertThat(get("/export?format=exe").status()).isEqualTo(422);
  }

  @Test
  void theFilmItselfIsNotHandedOut() {
    for (String path :
        List.of(
            "/jobs/" + face + "/film",
            "/data/jobs/" + face + "/film",
            "/api/v1/jobs/" + face + "/film",
            "/api/v1/jobs/" + face + "/pictures/1/film",
            "/api/v1/jobs/" + face + "/frames/film",
            "/api/v1/jobs/" + face + "/pictures/..%2f..%2ffilm/x")) {
      assertThat(served.asked.get(path).status()).as(path).isIn(400, 404);
    }
  }

  @Test
  void anIntervalWithAWrongPartIsRefusedInWords() {
    Asked.Answer answer =
        served.asked.put(
            "/api/v1/jobs/" + face + "/layers/Wrong",
            "{\"revision\":0,\"intervals\":[{\"id\":\"a\",\"onset\":1,\"offset\":4,\"kind\":\"blink\"}]}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("detail").asText())
        .isEqualTo("interval a: its kind is not known; expected micro or macro.");
    Asked.Answer text =
        served.asked.put("/api/v1/jobs/" + face + "/layers/Wrong", "{\"revision\":\"x\"}");
    assertThat(text.status()).isEqualTo(400);
    assertThat(text.json().path("detail").asText()).doesNotContain("org.macro2micro");
  }

  @Test
  void whatIsCountedCanBeScraped() {
    assertThat(served.asked.get("/api/v1/health").status()).isEqualTo(200);
    String text =
        new String(served.asked.get("/metrics").response().body(), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("studio_jobs{state=\"done\"}")
        .contains("route=\"/api/v1/health\"")
        .doesNotContain(face);
  }

  @Test
  void aDeletedFilmLeavesNothing() throws Exception {
    String id = served.upload(folder.resolve("grey.avi"), "?name=gone.avi");
    served.over(id);
    assertThat(folder.resolve("data/jobs").resolve(id)).exists();
    served.asked.put("/api/v1/jobs/" + id + "/layers/Ann", "{\"revision\":0,\"intervals\":[]}");
    assertThat(served.asked.delete("/api/v1/jobs/" + id).status()).isEqualTo(204);
    assertThat(folder.resolve("data/jobs").resolve(id)).doesNotExist();
    assertThat(served.asked.get("/api/v1/jobs/" + id).status()).isEqualTo(404);
    assertThat(served.asked.get("/api/v1/jobs/" + id + "/layers").status()).isEqualTo(404);
    assertThat(served.asked.delete("/api/v1/jobs/" + id).status()).isEqualTo(404);
  }
}
