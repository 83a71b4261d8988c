package org.macro2micro.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.cli.SentCommand;

/** A model trained on the cluster, and a hundred clips and some long videos that it names there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SparkPredictIT {
  private static final int GOOD = 94;
  private static final int BAD = 6;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Path database;
  private static List<Path> clips;

  @BeforeAll
  static void draw() throws Exception {
    database = folder.resolve("casme2");
    here("lab casme2 " + database + " --subjects 3 --clips 34 --frames 4 --size 32");
    try (Stream<Path> all = Files.walk(database)) {
      clips =
          all.filter(Files::isDirectory)
              .filter(path -> String.valueOf(path.getFileName()).startsWith("EP"))
              .sorted()
              .limit(GOOD)
              .toList();
    }
    assertThat(clips).hasSize(GOOD);
  }

  /** With relative paths, which an executor would take for others. */
  @Test
  @Order(1)
  void theModelIsTheOneOfOneProcess() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "train",
                "--micro",
                "casme2=casme2",
                "--out",
                "spark.safetensors",
                "--set",
                "preprocess={size: 32, frames: 4, input: onset-difference}",
                "--set",
                "methods.macro-to-micro.network={width: 4, sampling-intervals: 2}",
                "--set",
                "methods.macro-to-micro.phases.micro.epochs=1"));
    String printed = Submitted.start(folder, "train", command).printed();
    assertThat(printed).contains("spark.safetensors: row c, ");
    command.set(2, "casme2=" + database);
    command.set(4, folder.resolve("serial.safetensors").toString());
    assertThat(new SentCommand(command).run().code()).isZero();
    assertThat(folder.resolve("spark.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("serial.safetensors"));
    assertThat(folder.resolve("spark.json")).hasSameBinaryContentAs(folder.resolve("serial.json"));
  }

  @Test
  @Order(2)
  void aHundredClipsAreEachNamedOnceAndTheBadOnesListed() throws Exception {
    Path list = folder.resolve("list.txt");
    List<Path> bad = bad();
    StringBuilder text = new StringBuilder();
    // Those that are given twice are still named once.
    Stream.of(clips.subList(0, 50), bad, clips.subList(50, GOOD), clips.subList(0, 3))
        .flatMap(List::stream)
        .forEach(path -> text.append(path).append('\n'));
    Files.writeString(list, text.toString());
    String printed = Submitted.start(folder, "predict", predict("list.txt", "out")).printed();
    assertThat(printed).startsWith("94 named, 0 of them before; 6 left out\n");

    Map<String, JsonNode> results = results();
    List<String> expected = new ArrayList<>();
    Stream.of(clips.subList(0, 50), bad, clips.subList(50, GOOD))
        .flatMap(List::stream)
        .forEach(path -> expected.add(path.toString()));
    assertThat(results.keySet()).containsExactlyElementsOf(expected);
    assertThat(folders()).hasSize(GOOD + BAD);
    for (Path path : bad) {
      assertThat(results.get(path.toString()).path("problem").asText()).contains(path.toString());
    }
    assertThat(
            Files.readAllLines(folder.resolve("out/left-out.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList())
        .containsExactlyElementsOf(bad.stream().map(Path::toString).toList());
    // One process says the same of each of them.
    JsonNode serial =
        JSON.readTree(
            here("predict spark.safetensors CLIPS --json --out " + folder.resolve("one")).out());
    assertThat(serial.path("clips")).hasSize(GOOD);
    for (JsonNode clip : serial.path("clips")) {
      JsonNode ours = results.get(clip.path("path").asText()).path("result").path("clips");
      assertThat(ours).hasSize(1);
      assertThat(ours.get(0)).isEqualTo(clip);
    }
  }

  @Test
  @Order(3)
  void longVideosAreSearchedATaskEach() throws Exception {
    here(
        "lab video "
            + folder.resolve("videos")
            + " --videos 2 --seconds 5 --fps 25 --picture 240x180 --seed 8");
    Files.writeString(folder.resolve("videos/video003.avi"), "not a video");
    List<String> command = predict("videos", "spotted");
    command.addAll(List.of("--spot", "--export", "csv", "--json"));
    JsonNode said = JSON.readTree(Submitted.start(folder, "spot", command).printed(1));
    assertThat(said.path("counts").path("named").asInt()).isEqualTo(2);
    assertThat(said.path("counts").path("leftOut").asInt()).isEqualTo(1);
    List<JsonNode> lines = lines(Path.of(said.path("results").asText()));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2).path("problem").asText()).contains("video003.avi");
    Path own = folder.resolve("own");
    JsonNode alone =
        JSON.readTree(
            here("predict spark.safetensors "
                    + folder.resolve("videos/video001.avi")
                    + " --spot --export csv --json --out "
                    + own)
                .out());
    JsonNode ours = lines.get(0).path("result");
    assertThat(ours.path("videos").get(0).path("intervals"))
        .isEqualTo(alone.path("videos").get(0).path("intervals"));
    Path export = Path.of(ours.path("exports").get(0).asText());
    assertThat(export).hasSameBinaryContentAs(Path.of(alone.path("exports").get(0).asText()));
  }

  private static List<String> predict(String what, String out) {
    return new ArrayList<>(List.of("predict", "spark.safetensors", what, "--out", out));
  }

  /** Files that are not videos, folders without images, and a folder of a single frame. */
  private static List<Path> bad() throws IOException {
    Path place = Files.createDirectories(folder.resolve("bad"));
    List<Path> bad = new ArrayList<>();
    bad.add(Files.writeString(place.resolve("text.mp4"), "not a video"));
    bad.add(Files.write(place.resolve("empty.avi"), new byte[0]));
    bad.add(
        Files.write(
            place.resolve("cut.avi"), "RIFF0000AVI LIST".getBytes(StandardCharsets.US_ASCII)));
    for (int i = 0; i < 2; i++) {
      Path frames = Files.createDirectories(place.resolve("frames" + i));
      for (int frame = 1; frame < 5; frame++) {
        Files.writeString(frames.resolve("img" + frame + ".jpg"), "not an image");
      }
      bad.add(frames);
    }
    Path one = Files.createDirectories(place.resolve("one"));
    try (Stream<Path> frames = Files.list(clips.get(0))) {
      Path image = frames.sorted().findFirst().orElseThrow();
      Files.copy(image, one.resolve("img1" + image.toString().replaceAll(".*(\\.\\w+)$", "$1")));
    }
    bad.add(one);
    return bad;
  }

  private static Map<String, JsonNode> results() throws IOException {
    Map<String, JsonNode> results = new LinkedHashMap<>();
    for (JsonNode line : lines(folder.resolve("out/results.jsonl"))) {
      assertThat(results.put(line.path("video").asText(), line)).isNull();
    }
    return results;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("out/videos"))) {
      return folders.sorted().toList();
    }
  }

  /** A command of one process, by its words; CLIPS stands for all clips. */
  private static SentCommand.Answer here(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ")) {
      if (word.equals("CLIPS")) {
        clips.forEach(clip -> words.add(clip.toString()));
      } else {
        words.add(word.equals("spark.safetensors") ? folder.resolve(word).toString() : word);
      }
    }
    SentCommand.Answer answer = new SentCommand(words).run();
    assertThat(answer.code()).as(answer.err()).isZero();
    return answer;
  }
}
