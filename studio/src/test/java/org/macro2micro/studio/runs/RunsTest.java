package org.macro2micro.studio.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.experiment.Row;

class RunsTest {
  @TempDir Path folder;

  private void run(String name, String row, String... predicted) throws Exception {
    Path run = Files.createDirectories(folder.resolve(name));
    StringBuilder lines = new StringBuilder();
    String[] truth = {"joy", "joy", "fear", "fear"};
    for (int i = 0; i < truth.length; i++) {
      lines.append(
          "{\"row\":\"%s\",\"clip\":\"casme2/sub0%d/c\",\"subject\":\"casme2/sub0%d\",\"truth\":\"%s\",\"predicted\":\"%s\",\"probabilities\":[0.%d,0.1]}%n"
              .formatted(row, i + 1, i + 1, truth[i], predicted[i], 5 + i));
    }
    Files.writeString(run.resolve("predictions.jsonl"), lines.toString());
  }

  @Test
  void scoresAndErrorsAreThoseOfThePredictions() throws Exception {
    run("a/one", "mine", "joy", "fear", "fear", "joy");
    run("b", "mine", "joy", "joy", "fear", "fear");
    Files.createDirectories(folder.resolve("not-a-run"));
    Files.writeString(
        Files.createDirectories(folder.resolve("bad")).resolve("predictions.jsonl"), "x");
    Runs runs = new Runs(Optional.of(folder));
    List<RunSummary> all = runs.all();
    assertThat(all).extracting(RunSummary::title).containsExactly("a/one", "b");
    assertThat(all.get(0).clips()).isEqualTo(4);
    assertThat(all.get(0).folds()).isEqualTo(4);
    // One of two right in each class: both F1 are 1/2.
    assertThat(all.get(0).uf1()).containsEntry("mine", .5);
    RunDetail detail = runs.find(all.get(0).id()).orElseThrow();
    assertThat(detail.rows().get(0).confusion().counts())
        .containsExactly(List.of(1, 1), List.of(1, 1));
    assertThat(detail.rows().get(0).worst())
        .extracting(RunDetail.Miss::clip)
        .containsExactly("casme2/sub04/c", "casme2/sub02/c");
    Runs.Comparison compared =
        runs.compare(all.get(0).id(), Row.parse("mine"), all.get(1).id(), Row.parse("mine"))
            .orElseThrow();
    assertThat(compared.uf1().a()).isEqualTo(.5);
    assertThat(compared.uf1().b()).isEqualTo(1);
    assertThat(compared.uf1().difference()).isEqualTo(.5);
    assertThat(runs.find("../b")).isEmpty();
    assertThat(new Runs(Optional.empty()).all()).isEmpty();
  }

  @Test
  void aRunIsReadAgainOnlyIfItChanged() throws Exception {
    run("one", "mine", "joy", "fear", "fear", "joy");
    Path predictions = folder.resolve("one").resolve("predictions.jsonl");
    FileTime time = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(predictions, time);
    Runs runs = new Runs(Optional.of(folder));
    assertThat(runs.all().get(0).uf1()).containsEntry("mine", .5);
    // The same length, at the same time: who looks at the file from outside sees no change.
    Files.writeString(predictions, Files.readString(predictions).replace("\"mine\"", "\"ours\""));
    Files.setLastModifiedTime(predictions, time);
    assertThat(runs.all().get(0).uf1()).containsOnlyKeys("mine");
    Files.setLastModifiedTime(predictions, FileTime.fromMillis(2_000_000));
    assertThat(runs.all().get(0).uf1()).containsOnlyKeys("ours");
    Files.writeString(folder.resolve("one").resolve("settings.json"), "{\"title\": \"a title\"}");
    assertThat(runs.all().get(0).title()).isEqualTo("a title (one)");
    run("two", "mine", "joy", "joy", "fear", "fear");
    assertThat(runs.all()).hasSize(2);
    Files.delete(predictions);
    assertThat(runs.all()).extracting(RunSummary::title).containsExactly("two");
  }
}
