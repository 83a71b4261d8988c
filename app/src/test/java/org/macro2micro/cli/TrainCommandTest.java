package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model for use: trained on everybody, the same each time, and made of what it says. */
class TrainCommandTest {
  private static final List<String> TINY =
      List.of(
          "preprocess.size=32",
          "preprocess.frames=4",
          "preprocess.input=onset-difference",
          "methods.macro-to-micro.network.width=4",
          "methods.macro-to-micro.network.sampling-intervals=2",
          "methods.macro-to-micro.network.discriminator-channels=4",
          "methods.macro-to-micro.phases.macro.epochs=1",
          "methods.macro-to-micro.phases.micro.epochs=1",
          "methods.macro-to-micro.phases.transfer.epochs=1");

  @TempDir static Path folder;

  @BeforeAll
  static void draw() {
    for (String layout : List.of("casme2", "ckplus")) {
      Ran.draw(layout, folder.resolve(layout));
    }
  }

  @Test
  void learnsFromEverybodyTheSameEachTime() throws Exception {
    Ran first = train("first", "--macro", "ckplus=" + root("ckplus"), "--json");
    assertThat(first.code()).as(first.err()).isZero();
    JsonNode said = first.json();
    assertThat(said.path("row").asText()).isEqualTo("c+s+sam+t+con");
    assertThat(said.path("clips").asInt()).isPositive();
    assertThat(said.path("subjects").asInt()).isEqualTo(3);
    assertThat(said.path("macroClips").asInt()).isPositive();
    Ran second = train("second", "--macro", "ckplus=" + root("ckplus"));
    assertThat(second.out()).contains("3 people, guided by").contains("macro2micro predict");
    assertThat(folder.resolve("second.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("first.safetensors"));
    assertThat(Files.readString(folder.resolve("first.json"))).contains("\"heldOut\" : [ ]");
    Path card = folder.resolve("second.md");
    assertThat(second.out()).contains("card: " + card);
    assertThat(said.path("card").asText()).endsWith("first.md");
    assertThat(Files.readString(card))
        .startsWith("---\nlicense: other\n")
        .contains("| casme2 | micro | %d | 3 |".formatted(said.path("clips").asInt()))
        .contains("| ckplus | macro | %d |".formatted(said.path("macroClips").asInt()))
        .contains("Its scores are not known: it was trained on all clips");
  }

  @Test
  void withoutMacroItIsTheBaselineFromRandomWeights() throws Exception {
    Ran ran = train("alone", "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.json().path("row").asText()).isEqualTo("c");
    assertThat(ran.json().path("macroClips").asInt()).isZero();
    assertThat(Files.readString(folder.resolve("alone.json"))).contains("\"from\" : \"random\"");
  }

  @Test
  void saysWhatIsMissing() {
    String out = folder.resolve("none.safetensors").toString();
    assertThat(Ran.of("train", "--out", out).err()).contains("no clips are given");
    assertThat(Ran.of("train", "--micro", "casme2", "--out", out).err())
        .contains("expected DATABASE=DIR");
    assertThat(Ran.of("train", "--micro", "casme2=X", "--out", "model.bin").err())
        .contains("expected MODEL.safetensors");
    Ran selected = train("selected", "--set", "selection=inner-validation");
    assertThat(selected.code()).isEqualTo(2);
    assertThat(selected.err()).contains("nobody held out");
    assertThat(folder.resolve("selected.safetensors")).doesNotExist();
  }

  private static Ran train(String name, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--micro",
                "casme2=" + root("casme2"),
                "--out",
                folder.resolve(name + ".safetensors").toString()));
    for (String setting : TINY) {
      arguments.addAll(List.of("--set", setting));
    }
    arguments.addAll(List.of(more));
    return Ran.of(arguments.toArray(String[]::new));
  }

  private static String root(String layout) {
    return folder.resolve(layout).toString();
  }
}
