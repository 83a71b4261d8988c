package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The description has exactly the paths that are answered, and nonsense at each path is answered.
 */
class OpenApiTest {
  @TempDir Path folder;

  @Test
  void thePathsAreThoseOfTheRoutes() throws Exception {
    TreeSet<String> described = new TreeSet<>();
    Asked.document().path("paths").fieldNames().forEachRemaining(described::add);
    Pattern route = Pattern.compile("\"(/(api/|metrics)[^\"]*)\"|LAYER(?: \\+ \"([^\"]*)\")?,");
    TreeSet<String> answered = new TreeSet<>();
    List<Path> sources;
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/macro2micro/studio/web"))) {
      sources = files.toList();
    }
    for (Path source : sources) {
      if (source.toString().endsWith("Routes.java")
          || source.toString().matches(".*(Server|ServiceMetrics).java")) {
        Matcher found = route.matcher(Files.readString(source));
        while (found.find()) {
          answered.add(
              found.group(1) != null
                  ? found.group(1)
                  : "/api/v1/jobs/{id}/layers/{annotator}"
                      + (found.group(3) == null ? "" : found.group(3)));
        }
      }
    }
    // Links to pictures and to a new job begin as paths do.
    answered.removeIf(path -> path.contains("%") || path.endsWith("/"));
    assertThat(answered).isEqualTo(described);
  }

  @Test
  void nonsenseIsAnsweredAsDescribed() throws Exception {
    List<String> nonsense =
        List.of("x", "..", "%2e%2e%2f", "%00", "1".repeat(300), "-1", "%F0%9F%98%80", "a%0d%0ab");
    try (Served served = Served.at(folder)) {
      Asked asked = served.asked;
      List<String> faults = new ArrayList<>();
      Asked.document()
          .path("paths")
          .fields()
          .forEachRemaining(
              path -> {
                for (String word : nonsense) {
                  String asks = path.getKey().replaceAll("\\{[^}]*\\}", word.replace("\\", ""));
                  for (JsonNode any : List.of(path.getValue())) {
                    any.fieldNames()
                        .forEachRemaining(
                            method -> {
                              byte[] body = {'{', '"', 'a'};
                              Asked.Answer answer =
                                  asked.ask(
                                      method.toUpperCase(java.util.Locale.ROOT),
                                      asks,
                                      method.equals("get") ? new byte[0] : body);
                              if (answer.status() >= 500) {
                                faults.add(method + " " + asks + " " + answer.status());
                              }
                            });
                  }
                }
              });
      assertThat(faults).isEmpty();
      assertThat(asked.get("/api/v1/runs").json().path("runs").size()).isPositive();
      String id = asked.get("/api/v1/runs").json().path("runs").get(0).path("id").asText();
      assertThat(asked.get("/api/v1/runs/" + id).status()).isEqualTo(200);
      assertThat(asked.get("/api/v1/runs/" + id + "/compare/" + id + "?row=none").status())
          .isEqualTo(422);
    }
  }
}
