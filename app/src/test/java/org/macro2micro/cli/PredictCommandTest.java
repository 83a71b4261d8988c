package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.video.VideoWriter;

/** A model on clips and on a long video with one planted micro-expression and some blinks. */
class PredictCommandTest {
  @TempDir static Path folder;
  private static LongVideo planted;
  private static Path video;
  private static List<Path> clips;

  @BeforeAll
  static void makeModelAndVideo() throws Exception {
    Path database = folder.resolve("casme2");
    Ran.draw("casme2", database);
    Ran trained =
        Ran.of(
            "train",
            "--micro",
            "casme2=" + database,
            "--out",
            model(),
            "--set",
            "preprocess={size: 32, frames: 4, input: onset-difference}",
            "--set",
            "methods.macro-to-micro.network={width: 4, sampling-intervals: 2}",
            "--set",
            "methods.macro-to-micro.phases.micro.epochs=1");
    assertThat(trained.code()).as(trained.err()).isZero();
    planted = LongVideo.draw(folder.resolve("videos"));
    video = planted.file();
    try (Stream<Path> all = Files.walk(database)) {
      clips =
          all.filter(Files::isDirectory)
              .filter(path -> String.valueOf(path.getFileName()).startsWith("EP"))
              .sorted()
              .limit(3)
              .toList();
    }
    assertThat(clips).hasSize(3);
  }

  @Test
  void namesClipsGivenAsFoldersListsAndVideos() throws Exception {
    Path list = folder.resolve("clips.txt");
    Files.writeString(list, clips.get(1) + "\n\n" + video + "\n");
    JsonNode said = predict("whole", text(clips.get(0)), text(list), "--json").json();
    assertThat(said.path("clips")).hasSize(3);
    assertThat(said.path("clips").get(0).path("path").asText()).isEqualTo(text(clips.get(0)));
    assertThat(said.path("clips").get(2).path("path").asText()).isEqualTo(text(video));
    for (JsonNode clip : said.path("clips")) {
      double sum = 0;
      for (JsonNode score : clip.path("scores")) {
        sum += score.asDouble();
      }
      assertThat(sum).isBetween(.999, 1.001);
      assertThat(clip.path("scores").has(clip.path("label").asText())).isTrue();
    }
    assertThat(said.path("complete").asBoolean()).isTrue();
    assertThat(Path.of(said.path("page").asText())).isNotEmptyFile();
    Ran csv = predict("whole", text(clips.get(0).getParent()), "--csv");
    assertThat(csv.out()).startsWith("path,label,negative,positive,surprise\n");
    assertThat(csv.out().lines().count()).isGreaterThan(2);
  }

  @Test
  void aBadClipIsLeftOutAndSaid() throws Exception {
    Path broken = Files.createDirectories(folder.resolve("broken/c1"));
    Files.write(broken.resolve("img1.png"), new byte[] {1, 2, 3});
    Files.write(broken.resolve("img2.png"), new byte[] {1, 2, 3});
    JsonNode said = predict("bad", text(clips.get(0)), text(broken), "--json").json();
    assertThat(said.path("clips")).hasSize(1);
    assertThat(said.path("problems")).hasSize(1);
    assertThat(said.path("problems").get(0).asText()).contains("img1.png", "left out");
  }

  @Test
  void findsThePlantedExpressionInALongVideo() throws Exception {
    JsonNode said = predict("long", text(video), "--spot", "--annotate", "--json").json();
    JsonNode found = said.path("videos").get(0);
    assertThat(found.path("frames").asInt()).isEqualTo(200);
    JsonNode interval = planted.requireFound(found);
    assertThat(interval.path("apexSeconds").asDouble())
        .isEqualTo(interval.path("apex").asInt() / 25.0);
    assertThat(Path.of(found.path("page").asText())).content().contains("video001.avi");
    assertThat(Path.of(found.path("annotated").asText())).isNotEmptyFile();
    Ran text = predict("long", text(video), "--spot");
    assertThat(text.out()).contains("apex " + interval.path("apex").asInt()).contains("page: ");
    Ran csv = predict("long", text(video), "--spot", "--csv");
    assertThat(csv.out().lines()).hasSize(2);
  }

  @Test
  void interruptedItKeepsWhatWasFound() throws Exception {
    Path log = folder.resolve("interrupted.json");
    Path list = folder.resolve("often.txt");
    Files.writeString(list, (video + "\n").repeat(200));
    String[] call = arguments("interrupted", text(list), "--spot", "--json");
    Process process =
        new ProcessBuilder(Ran.command(call))
            .redirectOutput(log.toFile())
            .redirectError(folder.resolve("interrupted.err").toFile())
            .start();
    Path page = folder.resolve("interrupted/video001.avi.html");
    while (process.isAlive() && !Files.exists(page)) {
      Thread.sleep(20);
    }
    // The next film is begun by then, and takes seconds.
    Thread.sleep(300);
    process.destroy();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(folder.resolve("interrupted.err"))
        .content()
        .doesNotContain("Shutdown", "macro2micro: ");
    JsonNode said = new Ran(0, Files.readString(log), "").json();
    assertThat(said.path("videos").size()).isBetween(1, 199);
    assertThat(said.path("videos").get(0).path("intervals")).hasSize(1);
    JsonNode last = said.path("videos").get(said.path("videos").size() - 1);
    assertThat(last.path("complete").asBoolean()).isFalse();
    assertThat(Path.of(last.path("page").asText())).content().contains("The spotting was stopped");
  }

  /** Found, exported, moved by hand, and scored against what was made of it. */
  @Test
  void whatWasFoundGoesToOtherToolsAndBack() throws Exception {
    JsonNode said =
        predict("out", text(video), "--spot", "--json", "--export", LongVideo.EXPORTS).json();
    List<Path> files = new ArrayList<>();
    said.path("exports").forEach(file -> files.add(Path.of(file.asText())));
    assertThat(files).hasSize(9).allMatch(Files::isRegularFile);
    JsonNode interval = said.path("videos").get(0).path("intervals").get(0);
    Path csv = folder.resolve("out/films.csv");
    for (Path file : files) {
      if (LongVideo.isDescription(file)) {
        continue;
      }
      String name = String.valueOf(file.getFileName());
      Ran scored = Ran.of("spot-score", text(video), "--truth", text(file), "--json");
      assertThat(scored.code()).as(name + scored.err()).isZero();
      assertThat(scored.json().path("rows").get(0).path("f1").asDouble()).as(name).isEqualTo(1);
    }
    // Two seconds later by hand: now the interval is a false alarm and the event is missed.
    double onset = interval.path("onsetSeconds").asDouble();
    String text = Files.readString(csv);
    Path moved = folder.resolve("moved.csv");
    for (String key : List.of("onsetSeconds", "apexSeconds", "offsetSeconds")) {
      double seconds = interval.path(key).asDouble();
      text = text.replace(decimals(seconds), decimals(seconds + 2));
    }
    Files.writeString(moved, text);
    JsonNode rows =
        Ran.of("spot-score", text(video), "--truth", text(moved), "--json").json().path("rows");
    assertThat(onset).isPositive();
    assertThat(rows.get(0).path("f1").asDouble()).isZero();
    assertThat(rows.get(0).path("micros").asInt()).isEqualTo(1);
    assertThat(predict("none", text(video), "--spot", "--export", "word").err())
        .contains("--export word, expected some of boris");
  }

  private static String decimals(double seconds) {
    return BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString();
  }

  @Test
  void aBadFilmCostsNotTheOthers() throws Exception {
    Path cut = folder.resolve("cut.mp4");
    Files.write(cut, new byte[5000]);
    Ran ran = predict("some", text(cut), text(video), "--spot", "--csv");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out().lines()).hasSize(2);
    assertThat(ran.err()).contains("cut.mp4 is damaged", "[left out]");
    Ran json = predict("some", text(cut), text(video), "--spot", "--json");
    JsonNode said = new Ran(0, json.out(), "").json();
    assertThat(said.path("videos")).hasSize(1);
    assertThat(said.path("failures").get(0).asText()).contains("cut.mp4");
  }

  @Test
  void aFilmWithoutAFaceIsSaidToHaveNone() throws Exception {
    Path grey = folder.resolve("grey.avi");
    try (VideoWriter writer = VideoWriter.open(grey, 64, 48, 25)) {
      for (int i = 0; i < 30; i++) {
        writer.add(new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY));
      }
    }
    JsonNode found = predict("grey", text(grey), "--spot", "--json").json().path("videos").get(0);
    assertThat(found.path("shareWithFace").asDouble()).isZero();
    assertThat(found.path("notes").get(0).asText())
        .contains("no face in 30 of 30 frames", "--detector");
    assertThat(Path.of(found.path("page").asText())).content().contains("no face in 30 of 30");
    assertThat(predict("grey", text(grey), "--spot").out())
        .contains("nothing was measured: no face", "a face in 0 of 30 frames");
  }

  @Test
  void aRateThatIsGivenCountsForFilmsToo() throws Exception {
    JsonNode said = predict("rate", text(video), "--spot", "--json", "--rate", "50").json();
    JsonNode found = said.path("videos").get(0);
    assertThat(found.path("framesPerSecond").asDouble()).isEqualTo(50);
    assertThat(found.path("lastSeconds").asDouble()).isEqualTo(199 / 50.0);
  }

  @Test
  void optionsWithoutEffectAreRefusedBeforeWork() {
    for (String rate : List.of("-5", "0", "NaN", "fast")) {
      Ran ran = predict("none", text(video), "--spot", "--rate", rate);
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("--rate");
    }
    assertThat(predict("none", text(video), "--annotate").err())
        .contains("--annotate is for long videos; give --spot too");
    assertThat(predict("none", text(video), "--rate", "30").err()).contains("--rate is for long");
    assertThat(predict("none", text(video), "--face", "left").err()).contains("--face is for long");
    assertThat(predict("none", text(video), "--spot", "--face", "top").err())
        .contains("--face: face \"top\"; expected left, right, largest");
    assertThat(predict("none", "").err()).contains("predict: path 2: found nothing");
    Ran refused = Ran.of("predict", model(), text(video), "--spot", "--out", text(video));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("--out", "can't be written to");
  }

  @Test
  void withoutAnyClipThatCanBeNamedItFails() throws Exception {
    Path broken = Files.createDirectories(folder.resolve("alone/c1"));
    Files.write(broken.resolve("img1.png"), new byte[] {1, 2, 3});
    Files.write(broken.resolve("img2.png"), new byte[] {1, 2, 3});
    Ran ran = predict("alone-out", text(broken));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("img1.png");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(predict("none", text(folder.resolve("nowhere"))).err()).contains("no such file");
    assertThat(predict("none", text(clips.get(0)), "--spot").err()).contains("--rate");
    assertThat(predict("none", text(video), "--align", "nose").err()).contains("box or eyes");
    assertThat(predict("none", text(video), "--json", "--csv").code()).isEqualTo(2);
    assertThat(Ran.of("predict", text(folder.resolve("no.safetensors")), text(video)).err())
        .contains("no.json is missing");
  }

  private static Ran predict(String out, String... arguments) {
    return Ran.of(arguments(out, arguments));
  }

  private static String[] arguments(String out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("predict", model()));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--out", text(folder.resolve(out))));
    return arguments.toArray(String[]::new);
  }

  private static String model() {
    return text(folder.resolve("m.safetensors"));
  }

  private static String text(Path path) {
    return path.toString();
  }
}
