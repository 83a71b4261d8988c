package org.macro2micro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.macro2micro.experiment.ExperimentCases.SUB01;
import static org.macro2micro.experiment.ExperimentCases.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.base.WholeFile;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.clip.Subject;
import org.macro2micro.train.Phase;

class RunDirectoryTest {
  @TempDir Path folder;
  private RunDirectory run;

  @BeforeEach
  void open() {
    run = new RunDirectory(folder.resolve("run"));
  }

  private Path foldFile() {
    return run.path().resolve("folds/c+s/casme2_sub01.json");
  }

  @Test
  void aKeptResultComesBackTheSame() throws IOException {
    assertThat(run.find(Row.parse("c+s"), SUB01, "key")).isEmpty();
    run.save(result("c+s"), "key");
    assertThat(foldFile()).exists();
    assertThat(run.find(Row.parse("c+s"), SUB01, "key")).contains(result("c+s"));
  }

  @Test
  void numbersThatAreNoneComeBackToo() throws IOException {
    List<CurvePoint> curve =
        List.of(
            ExperimentCases.point("w", 1, Double.NaN),
            ExperimentCases.point("w", 2, Double.POSITIVE_INFINITY));
    FoldResult astray = new FoldResult(SUB01, Row.parse("c"), List.of(), curve, 1);
    run.save(astray, "key");
    assertThat(run.find(Row.parse("c"), SUB01, "key")).contains(astray);
  }

  @Test
  void aResultOfOtherInputsDoesNotCount() throws IOException {
    run.save(result("c+s"), "key");
    assertThat(run.find(Row.parse("c+s"), SUB01, "another key")).isEmpty();
    run.save(result("c+s"), "another key");
    assertThat(run.find(Row.parse("c+s"), SUB01, "another key")).isPresent();
    assertThat(run.find(Row.parse("c+s"), SUB01, "key")).isEmpty();
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    run.save(result("c+s"), "key");
    byte[] whole = Files.readAllBytes(foldFile());
    // The last byte is a line end and carries nothing.
    for (int length = 0; length < whole.length - 1; length += 7) {
      Files.write(foldFile(), java.util.Arrays.copyOf(whole, length));
      assertThat(run.find(Row.parse("c+s"), SUB01, "key")).as("first %d bytes", length).isEmpty();
    }
  }

  @Test
  void aChangedNumberIsNoticed() throws IOException {
    run.save(result("c+s"), "key");
    String text = Files.readString(foldFile());
    assertThat(text).contains("0.75");
    Files.writeString(foldFile(), text.replace("0.75", "0.85"));
    assertThat(run.find(Row.parse("c+s"), SUB01, "key")).isEmpty();
  }

  @Test
  void otherFilesInThatPlaceDoNotCount() throws IOException {
    run.save(result("c+s"), "key");
    byte[] other = Files.readAllBytes(foldFile());
    Path place = run.path().resolve("folds/c/casme2_sub01.json");
    Files.createDirectories(place.getParent());
    Files.write(place, other);
    assertThat(run.find(Row.parse("c"), SUB01, "key")).as("another row's result").isEmpty();
    for (String text : List.of("", "[]", "null", "{\"key\": \"key\"}", "no json")) {
      Files.writeString(place, text);
      assertThat(run.find(Row.parse("c"), SUB01, "key")).as(text).isEmpty();
    }
  }

  @Test
  void aFileThatCannotBeReadIsAnError() throws IOException {
    Files.createDirectories(foldFile());
    assertThatThrownBy(() -> run.find(Row.parse("c+s"), SUB01, "key"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("casme2_sub01.json")
        .hasMessageContaining("delete it");
  }

  @Test
  void namesStayWithinTheFolderAndApart() throws IOException {
    List<FoldResult> results = new ArrayList<>();
    for (Subject subject :
        List.of(new Subject("a_b", "c"), new Subject("a", "b_c"), new Subject("..", ".."))) {
      for (String row : List.of("../..", "x/y", "x\\y", "é", "a b", "%2f")) {
        results.add(new FoldResult(subject, Row.parse(row), List.of(), List.of(), 0));
      }
    }
    for (FoldResult result : results) {
      run.save(result, "key");
    }
    for (FoldResult result : results) {
      assertThat(run.find(result.row(), result.heldOut(), "key")).contains(result);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSize(results.size())
          .allMatch(file -> file.startsWith(run.path().resolve("folds")));
    }
  }

  @Test
  void settingsAndProvenanceComeBack() throws IOException {
    assertThat(run.settings()).isEmpty();
    assertThat(run.provenance()).isEmpty();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("frames", 16);
    settings.put("network", Map.of("tau", .07, "intervals", List.of(1, 2, 4), "reversal", true));
    run.writeSettings(settings);
    assertThat(run.settings()).contains(settings);
    Provenance provenance =
        Provenance.now("0.1", Map.of("djl", "0.36.0"), "cpu", List.of(1L), Map.of("casme2", "abc"));
    run.writeProvenance(provenance);
    assertThat(run.provenance()).contains(provenance);
    assertThat(Files.readString(run.path().resolve("provenance.json")))
        .contains('"' + provenance.start().toString() + '"');
  }

  @Test
  void predictionsAreOneLineAClipAndRow() throws IOException {
    assertThat(run.predictions()).isEmpty();
    Map<ClipId, String> truth =
        Map.of(
            ClipId.parse("casme2/sub01/EP01"), "negative",
            ClipId.parse("casme2/sub01/EP02"), "negative");
    run.writePredictions(truth, List.of(result("c"), result("c+s")));
    assertThat(Files.readAllLines(run.path().resolve("predictions.jsonl")))
        .hasSize(4)
        .first()
        .isEqualTo(
            "{\"row\":\"c\",\"clip\":\"casme2/sub01/EP01\",\"subject\":\"casme2/sub01\","
                + "\"truth\":\"negative\",\"predicted\":\"negative\",\"probabilities\":[0.75,0.25]}");
    List<PredictedClip> back = run.predictions();
    assertThat(back)
        .hasSize(4)
        .last()
        .isEqualTo(
            new PredictedClip(
                Row.parse("c+s"),
                ClipId.parse("casme2/sub01/EP02"),
                "negative",
                "positive",
                List.of(.1, .9)));
    assertThat(back).extracting(PredictedClip::right).containsExactly(true, false, true, false);
  }

  @Test
  void predictionsWithoutTruthAreRefused() {
    assertThatThrownBy(() -> run.writePredictions(Map.of(), List.of(result("c"))))
        .hasMessageContaining("casme2/sub01/EP01 has no truth");
    assertThat(run.path().resolve("predictions.jsonl")).doesNotExist();
  }

  @Test
  void curvesKeepEachEpochOnce() throws IOException {
    assertThat(run.curves()).isEmpty();
    List<CurvePoint> points = new ArrayList<>(result("c").curve());
    points.addAll(result("c+s").curve());
    run.writeCurves(points);
    assertThat(run.curves())
        .hasSize(3)
        .containsExactlyElementsOf(points.stream().distinct().toList());
  }

  @Test
  void aPhaseIsAWord() throws IOException {
    run.writeCurves(result("c").curve());
    Path curves = run.path().resolve("curves.jsonl");
    assertThat(Files.readAllLines(curves))
        .allMatch(line -> line.contains("\"phase\":\"transfer\""));
    assertThat(run.curves()).allMatch(point -> point.phase() == Phase.TRANSFER);
    Files.writeString(curves, Files.readString(curves).replace("transfer", "TRANSFER"));
    assertThatThrownBy(() -> run.curves()).hasMessageContaining("curves.jsonl:1");
  }

  @Test
  void damagedRecordsSayWhereAndWhat() throws IOException {
    run.writeCurves(result("c").curve());
    Path curves = run.path().resolve("curves.jsonl");
    Files.writeString(curves, Files.readString(curves).replace("\"epoch\":1", "\"epoch\":-1"));
    assertThatThrownBy(() -> run.curves())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("curves.jsonl:1")
        .hasMessageContaining("epoch -1");
    Files.writeString(run.path().resolve("settings.json"), "{\"a\": ", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> run.settings()).hasMessageContaining("settings.json");
    Files.writeString(run.path().resolve("predictions.jsonl"), "{\"row\":\"c\"}\n");
    assertThatThrownBy(() -> run.predictions()).hasMessageContaining("predictions.jsonl:1");
  }

  @Test
  void writingLeavesNothingElseBehind() throws IOException {
    run.save(result("c"), "key");
    run.save(result("c"), "key");
    try (Stream<Path> files = Files.list(run.path().resolve("folds/c"))) {
      assertThat(files).extracting(Path::getFileName).containsExactly(Path.of("casme2_sub01.json"));
    }
    Path taken = folder.resolve("taken");
    Files.createDirectories(taken.resolve("full"));
    assertThatThrownBy(() -> WholeFile.write(taken, new byte[] {1}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot write " + taken);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @Test
  void aPredictionIsOfTheHeldOutPerson() {
    Prediction other = ExperimentCases.says("casme2/sub02/EP01", "negative");
    assertThatThrownBy(() -> new FoldResult(SUB01, Row.parse("c"), List.of(other), List.of(), 1))
        .hasMessageContaining("casme2/sub02/EP01 shows somebody else");
    Prediction own = ExperimentCases.says("casme2/sub01/EP01", "negative");
    assertThatThrownBy(() -> new FoldResult(SUB01, Row.parse("c"), List.of(own, own), List.of(), 1))
        .hasMessageContaining("twice");
    assertThatThrownBy(
            () -> new FoldResult(SUB01, Row.parse("c"), List.of(own), List.of(), Double.NaN))
        .hasMessageContaining("seconds");
  }
}
