package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.studio.Asked;
import org.macro2micro.studio.Films;
import org.macro2micro.studio.RunningStudio;
import org.macro2micro.studio.Served;
import org.macro2micro.studio.ServedProcess;
import org.macro2micro.studio.TinyModel;

/** A model names classes where a purpose is stated, and nowhere else. */
class ServePurposeTest {
  @TempDir static Path folder;
  private static Path model;

  @BeforeAll
  static void train() throws Exception {
    model = TinyModel.write(folder);
  }

  @Test
  void withAPurposeTheModelNamesMovements() throws Exception {
    byte[] film = Files.readAllBytes(Films.face(folder.resolve("lab")));
    try (ServedProcess served =
        ServedProcess.at(
            folder.resolve("named"), model.toString(), "--purpose", "a test of the service")) {
      assertThat(served.asked.get("/api/v1/health").json().path("purpose").asText())
          .isEqualTo("a test of the service");
      JsonNode models = served.asked.get("/api/v1/models").json().path("models");
      assertThat(models).hasSize(2);
      JsonNode tiny = models.get(1);
      assertThat(tiny.path("name").asText()).isEqualTo("tiny");
      assertThat(tiny.path("card").asText()).contains("tiny");
      Asked.Answer upload =
          served.asked.post("/api/v1/jobs?model=" + tiny.path("id").asText(), film);
      String id = upload.json().path("id").asText();
      assertThat(served.over(id)).isEqualTo("done");
      JsonNode result = served.asked.get("/api/v1/jobs/" + id + "/result").json();
      assertThat(result.path("model").path("kind").asText()).isEqualTo("recogniser");
      assertThat(result.path("intervals").size()).isPositive();
      for (JsonNode interval : result.path("intervals")) {
        String label = interval.path("label").asText();
        assertThat(tiny.path("labels").toString()).contains("\"" + label + "\"");
        assertThat(interval.path("scores")).hasSize(tiny.path("labels").size());
        assertThat(interval.path("uncertainty").asText()).startsWith("The model");
      }
    }
  }

  @Test
  void withoutAPurposeNoModelCanBeChosen() throws Exception {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] arguments = {"serve", model.toString()};
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    assertThat(Main.execute(arguments, nowhere, new PrintStream(err, true))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("no purpose is stated", "--purpose TEXT");
    ServeSettings settings =
        new ServeSettings(
            List.of(model),
            "127.0.0.1",
            0,
            folder.resolve("unnamed"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Served.LIMITS);
    try (RunningStudio studio = RunningStudio.start(settings, InstantSource.system())) {
      Asked asked = new Asked(studio.address());
      JsonNode models = asked.get("/api/v1/models").json().path("models");
      assertThat(models).hasSize(1);
      assertThat(models.get(0).path("id").asText()).isEqualTo("movement");
      assertThat(asked.post("/api/v1/jobs?model=model-1", Films.broken()).status()).isEqualTo(422);
    }
  }
}
