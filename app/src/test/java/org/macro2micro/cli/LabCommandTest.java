package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"casme2", "smic", "samm", "ckplus", "mmi"})
  void whatItDrawsItReadsBack(String layout) throws IOException {
    Path target = folder.resolve("a new folder/" + layout);
    JsonNode drawn = draw(layout, target, "7", "--json").json();
    assertThat(drawn.fieldNames())
        .toIterable()
        .containsExactly("layout", "folder", "clips", "subjects", "seed");
    assertThat(drawn.path("seed").asLong()).isEqualTo(7);
    JsonNode read = Ran.of("data", layout, target.toString(), "--json").json();
    assertThat(read.path("clips").asInt()).isEqualTo(drawn.path("clips").asInt()).isPositive();
    assertThat(read.path("subjects").asInt()).isEqualTo(2);
  }

  @Test
  void theSameSeedDrawsTheSameBytesAndAnotherOthers() throws IOException {
    draw("casme2", folder.resolve("a"), "1");
    draw("casme2", folder.resolve("b"), "1");
    draw("casme2", folder.resolve("c"), "2");
    assertThat(frames(folder.resolve("b"))).isEqualTo(frames(folder.resolve("a")));
    assertThat(frames(folder.resolve("c"))).isNotEqualTo(frames(folder.resolve("a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"casme2", "ckplus"})
  void itWritesOverNothing(String layout) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
    for (Path taken : List.of(folder, file)) {
      Ran ran = draw(layout, taken, "1");
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains(taken.toString()).hasLineCount(1);
    }
    assertThat(file).hasContent("mine");
    assertThat(folder.toFile().list()).containsExactly("mine.txt");
  }

  @Test
  void theSheetIsAPicture() throws IOException {
    Path sheet = folder.resolve("x.png");
    JsonNode json = Ran.of("lab", "sheet", sheet.toString(), "--json").json();
    assertThat(json.path("file").asText()).isEqualTo(sheet.toString());
    assertThat(ImageIO.read(sheet.toFile()).getWidth()).isGreaterThan(100);
    Ran other = Ran.of("lab", "sheet", folder.resolve("x.gif").toString());
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains(".png").hasLineCount(1);
  }

  private static Ran draw(String layout, Path target, String seed, String... more) {
    return Ran.of(
        Stream.concat(
                Stream.of(
                    "lab",
                    layout,
                    target.toString(),
                    "--subjects",
                    "2",
                    "--clips",
                    "3",
                    "--frames",
                    "4",
                    "--size",
                    "32",
                    "--seed",
                    seed),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static List<List<Byte>> frames(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<List<Byte>> all = new java.util.ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList()) {
        List<Byte> bytes = new java.util.ArrayList<>();
        for (byte b : Files.readAllBytes(file)) {
          bytes.add(b);
        }
        all.add(bytes);
      }
      assertThat(all).isNotEmpty();
      return all;
    }
  }
}
