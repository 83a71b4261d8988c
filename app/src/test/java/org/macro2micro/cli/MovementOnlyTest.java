package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.exchange.AnnotationFile;

/** A long video looked at without any model: movements are found, drawn and exported unnamed. */
class MovementOnlyTest {
  @TempDir static Path folder;
  private static LongVideo video;

  @BeforeAll
  static void drawTheVideo() throws IOException {
    video = LongVideo.draw(folder.resolve("videos"));
  }

  @Test
  void movementsAreFoundDrawnAndExportedWithoutAName() throws Exception {
    Ran ran = movements("whole", "--annotate", "--json", "--export", LongVideo.EXPORTS);
    assertThat(ran.code()).as(ran.err()).isZero();
    JsonNode found = ran.json().path("videos").get(0);
    JsonNode interval = video.requireFound(found);
    assertThat(interval.path("strength").asDouble()).isGreaterThan(1);
    assertThat(interval.has("label") || interval.has("scores")).isFalse();
    assertThat(Path.of(found.path("annotated").asText())).isNotEmptyFile();
    String page = Files.readString(Path.of(found.path("page").asText()));
    assertThat(page)
        .contains("no class is named", "movements alone were looked for", "id=\"face-1\"")
        .doesNotContain(">Class<", ">Scores<", "model's best guess");
    requireNoEmotion(page);
    List<Path> exports = new ArrayList<>();
    ran.json().path("exports").forEach(file -> exports.add(Path.of(file.asText())));
    assertThat(exports).hasSize(9);
    for (Path file : exports) {
      requireNoEmotion(Files.readString(file));
      if (!LongVideo.isDescription(file)) {
        AnnotationFile read = AnnotationFile.read(file);
        assertThat(read.leftOut()).as("%s", file).isEmpty();
        assertThat(read.films().values().stream().flatMap(List::stream))
            .as("%s", file)
            .singleElement()
            .satisfies(
                event -> {
                  assertThat(event.kind()).isEqualTo(FaceEvent.Kind.MOVEMENT);
                  assertThat(event.label()).isEmpty();
                  assertThat(event.score()).isEmpty();
                });
      }
    }
  }

  /** A movement that nobody has judged is not a hit, and not a micro-expression that was missed. */
  @Test
  void aMovementThatNobodyHasJudgedDoesNotCountAsTruth() throws Exception {
    assertThat(movements("judge", "--export", "csv").code()).isZero();
    Path csv = folder.resolve("judge/films.csv");
    Ran scored = Ran.of("spot-score", video.file().toString(), "--truth", csv.toString(), "--json");
    assertThat(scored.code()).as(scored.err()).isZero();
    assertThat(scored.json().path("rows").get(0).path("micros").asInt()).isZero();
  }

  @Test
  void textAndTableSayTheStrengthAlone() {
    Ran text = movements("text");
    assertThat(text.out())
        .containsPattern("frames \\d+ to \\d+, apex \\d+  movement, strength \\d");
    requireNoEmotion(text.out());
    // --spot goes without saying, and may be said.
    Ran csv = movements("text", "--spot", "--csv");
    assertThat(csv.out().lines().toList())
        .hasSize(2)
        .startsWith("video,onset,apex,offset,onset_s,apex_s,offset_s,strength");
  }

  @Test
  void saysWhatIsWrong() {
    Ran model = movements("none", folder.resolve("m.safetensors").toString());
    assertThat(model.code()).isEqualTo(2);
    assertThat(model.err()).contains("m.safetensors is a model, and with --movement-only nothing");
    Ran alone = Ran.of("predict", video.file().toString());
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err()).contains("stands alone; expected MODEL.safetensors and then");
    assertThat(movements("none", "--align", "nose").err()).contains("box or eyes");
    assertThat(Ran.of("predict", "--movement-only").err()).contains("Missing required parameter");
  }

  private static void requireNoEmotion(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    // "other" is a word of the language too.
    assertThat(
            Stream.of(Emotion.values())
                .filter(emotion -> emotion != Emotion.OTHER)
                .map(emotion -> emotion.name().toLowerCase(Locale.ROOT)))
        .filteredOn(low::contains)
        .isEmpty();
    assertThat(low).doesNotContain("negative", "positive");
  }

  private static Ran movements(String out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("predict", "--movement-only"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of(video.file().toString(), "--out", folder.resolve(out).toString()));
    return Ran.of(arguments.toArray(String[]::new));
  }
}
