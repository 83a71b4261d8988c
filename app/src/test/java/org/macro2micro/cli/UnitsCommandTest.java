package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Action units through the command line, with faces that the lab drew. */
class UnitsCommandTest {
  @TempDir static Path folder;
  private static Path casme2;
  private static Path samm;

  @BeforeAll
  static void draw() {
    casme2 = folder.resolve("casme2");
    samm = folder.resolve("samm");
    Ran.draw("casme2", casme2);
    Ran.draw("samm", samm);
  }

  @Test
  void eachPersonIsHeldOutAndARunGoesOn() throws Exception {
    Path out = folder.resolve("subjects");
    Ran ran = units(out, "casme2=" + casme2);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("F1, mean over action units; one subject held out at a time, 3 folds")
        .containsPattern("\nunits +all +15 +3 +[.01]\\S* +\\[")
        .containsPattern("\nau-gacn +all +15 +3 +[.01]\\S* +\\[")
        .containsPattern("\nunit +known +shown +told +F1\n")
        .contains("Intervals: 95%, bootstrap over subjects");
    List<String> lines = Files.readAllLines(out.resolve("unit-predictions.jsonl"));
    assertThat(lines).hasSize(30);
    JsonNode line = new ObjectMapper().readTree(lines.get(0));
    assertThat(line.path("probabilities").fieldNames())
        .toIterable()
        .containsExactly("1", "2", "4", "5", "6", "7", "9", "10", "12", "14", "15", "17");
    assertThat(out.resolve("provenance.json")).exists();
    assertThat(out.resolve("settings.json")).exists();

    Path kept = out.resolve("folds/units/casme2%2fsub02.json");
    assertThat(kept).exists();
    Files.delete(kept);
    Path other = out.resolve("folds/units/casme2%2fsub01.json");
    Object before = Files.getLastModifiedTime(other);
    JsonNode again = units(out, "casme2=" + casme2, "--json").json();
    assertThat(Files.readAllLines(out.resolve("unit-predictions.jsonl"))).isEqualTo(lines);
    assertThat(Files.getLastModifiedTime(other)).isEqualTo(before);
    assertThat(kept).exists();
    assertThat(again.path("held-out").asText()).isEqualTo("subject");
    assertThat(again.path("folds").asInt()).isEqualTo(3);
    List<String> reasons = new ArrayList<>();
    for (JsonNode scores : again.path("scores")) {
      for (JsonNode unit : scores.path("units")) {
        int shown = unit.path("shown").asInt();
        boolean scored = shown > 0 && shown < unit.path("known").asInt();
        assertThat(unit.path("f1").isNull()).isEqualTo(!scored);
        if (!scored) {
          reasons.add(scores.path("row").asText() + ": action unit " + unit.path("unit").asInt());
        }
      }
    }
    assertThat(again.path("notes")).hasSameSizeAs(reasons);
    for (int i = 0; i < reasons.size(); i++) {
      assertThat(again.path("notes").get(i).asText()).startsWith(reasons.get(i) + " has no F1");
    }
  }

  @Test
  void eachDatabaseIsHeldOut() throws Exception {
    JsonNode json =
        units(
                folder.resolve("databases"),
                "casme2=" + casme2,
                "samm=" + samm,
                "--rows",
                "units",
                "--hold-out",
                "database",
                "--set",
                "methods.units.training.epochs=1",
                "--json")
            .json();
    assertThat(json.path("folds").asInt()).isEqualTo(2);
    assertThat(json.path("scores")).hasSize(3);
    assertThat(json.path("scores").get(0).path("clips").asInt()).isEqualTo(30);
    assertThat(json.path("scores").get(1).path("part").asText()).isEqualTo("casme2");
    assertThat(json.path("scores").get(2).path("part").asText()).isEqualTo("samm");
  }

  @Test
  void macroDatabasesAreToldToo() {
    Path ckplus = folder.resolve("ckplus");
    Ran.draw("ckplus", ckplus);
    Ran ran =
        units(
            folder.resolve("macro"),
            "ckplus=" + ckplus,
            "--rows",
            "units",
            "--set",
            "methods.units.training.epochs=0");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("one subject held out at a time, 3 folds");
  }

  @Test
  void whatCantBeToldIsRefusedWithTheReason() {
    refused("nobody coded the action units of smic; expected one of [casme2,", "smic=" + casme2);
    refused("database \"nothing\" is not known", "nothing=" + casme2);
    refused("no such folder", "casme2=" + folder.resolve("gone"));
    refused("it needs at least 2 databases", "casme2=" + casme2, "--hold-out", "database");
    refused("expected subject or database", "casme2=" + casme2, "--hold-out", "clip");
    refused("expected tiny, small or full", "casme2=" + casme2, "--size", "large");
    refused(
        "\"ststnet\" does not tell action units: expected one of [units, au-gacn]",
        "casme2=" + casme2,
        "--rows",
        "ststnet");
    refused("each once", "casme2=" + casme2, "--rows", "units,units");
    refused(
        "needs preprocess.input=frame",
        "casme2=" + casme2,
        "--set",
        "methods.au-gacn.preprocess.input=flow",
        "--set",
        "methods.au-gacn.preprocess.frames=2");
  }

  /** CK+ with emotions and without its folder FACS. */
  @Test
  void aDatabaseWhoseUnitsWereNotCodedIsRefused() throws Exception {
    Path ckplus = folder.resolve("uncoded");
    Ran.draw("ckplus", ckplus);
    Files.move(ckplus.resolve("FACS"), folder.resolve("elsewhere"));
    refused("nobody coded the action units of the 14 clips of ckplus at", "ckplus=" + ckplus);
  }

  private static void refused(String message, String... arguments) {
    Ran ran = units(folder.resolve("refused"), arguments);
    assertThat(ran.code()).as(message).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(message);
  }

  private static Ran units(Path out, String... arguments) {
    List<String> line = new ArrayList<>(List.of("units"));
    line.addAll(List.of(arguments));
    if (!line.contains("--size")) {
      line.addAll(List.of("--size", "tiny"));
    }
    line.addAll(List.of("--out", out.toString()));
    return Ran.of(line.toArray(String[]::new));
  }
}
