package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.config.TableSize;
import org.macro2micro.experiment.Row;

/** Nothing is drawn, prepared or trained for settings that can't be used in the end. */
class RequirementsTest {
  @TempDir Path folder;

  /** Keeps what it is told of. */
  private static final class Heard implements RunListener {
    private final List<String> begun = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Override
    public void begin(String name, long steps) {
      begun.add(name);
    }

    @Override
    public void done(long steps) {}

    @Override
    public void note(String text) {
      notes.add(text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rows=[c,lbp-top] | methods.lbp-top.preprocess.input=onset-difference | method lbp-top needs preprocess.input=frame",
        "rows=[c,lbp-top] | methods.lbp-top.preprocess={align: box, detector: /none.onnx} | preprocess.detector: /none.onnx",
        "rows=[c+s] | methods.macro-to-micro={network: {width: 64}, init: {weights: /none.safetensors}} | /none.safetensors: no such file",
        "rows=[c+s] | micro.scheme=mine | micro.scheme: \"mine\" is not known",
        "rows=[c+s] | micro.root=/none | micro.root: /none: no such folder",
        "rows=[c+s] | macro.root=/none | macro.root: /none: no such folder",
        "rows=[c+s] | micro.root='' | micro.root: found nothing",
        "rows=[c+s] | macro.database=none | macro.database"
      })
  void runAndTrainLookBeforeTheyWork(String rows, String setting, String message) {
    Heard heard = new Heard();
    assertThatThrownBy(
            () ->
                new ExperimentRun(
                        TinyExperiment.of(List.of(rows.strip(), setting.strip())), folder, heard)
                    .run())
        .hasMessageContaining(message.strip());
    assertThat(heard.begun).isEmpty();
    String row = rows.contains("lbp-top") ? "rows=[lbp-top]" : rows.strip();
    assertThatThrownBy(
            () ->
                new ModelTraining(TinyExperiment.of(List.of(row, setting.strip())), folder, heard)
                    .write(folder.resolve("m.safetensors")))
        .hasMessageContaining(message.strip());
    assertThat(heard.begun).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "methods.lbp-top.preprocess.input=onset-difference | method lbp-top needs",
        "methods.lbp-top.preprocess={align: box, detector: /none.onnx} | /none.onnx",
        "methods.macro-to-micro={network: {width: 64}, init: {weights: /none.safetensors}} | /none.safetensors"
      })
  void aTableLooksAtItsLastColumnBeforeTheFirst(String setting, String message) {
    Heard heard = new Heard();
    TableRequest request = table(List.of(1L), "c", "lbp-top", setting.strip());
    assertThatThrownBy(() -> new TableRun(request, folder, heard).run())
        .hasMessageContaining(message.strip());
    assertThat(heard.begun).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  /** A thousand seeds are answered as fast as one, but for looking into their folders. */
  @Test
  void theSettingsOfAColumnAreReadOnceForAllSeeds() throws Exception {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 1; seed <= 1000; seed++) {
      seeds.add(seed);
    }
    long start = System.nanoTime();
    TablePlan plan = TablePlan.of(table(seeds, "c", "lbp-top", "memory-mib=64"), folder);
    assertThat(plan.lines()).hasSize(2000);
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(20);
    assertThatThrownBy(
            () -> {
              seeds.add(1001L);
              table(seeds, "c", "lbp-top", "memory-mib=64");
            })
        .hasMessageContaining("found 1001 seeds, expected 1 to 1000");
  }

  @Test
  void whatIsReplacedIsSaid() throws Exception {
    List<String> one = List.of("rows=[lbp-top]", "seed=1");
    List<String> two = List.of("rows=[lbp-top]", "seed=2", "memory-mib=65");
    assertThat(notes(one)).isEmpty();
    assertThat(notes(one)).isEmpty();
    assertThat(notes(two))
        .singleElement()
        .asString()
        .contains(folder.toString(), "results are replaced: seed (1 -> 2);")
        .doesNotContain("memory-mib");
    Path weights = folder.resolve("m.safetensors");
    assertThat(trained(one, weights)).isEmpty();
    assertThat(trained(one, weights)).isEmpty();
    assertThat(trained(two, weights))
        .singleElement()
        .asString()
        .contains("m.safetensors holds a model of other settings", "seed (1 -> 2)");
  }

  private List<String> notes(List<String> settings) throws Exception {
    Heard heard = new Heard();
    new ExperimentRun(TinyExperiment.of(settings), folder, heard).run();
    return heard.notes.stream().filter(note -> note.startsWith("note: ")).toList();
  }

  private List<String> trained(List<String> settings, Path weights) throws Exception {
    Heard heard = new Heard();
    new ModelTraining(TinyExperiment.of(settings), folder.resolve("work"), heard).write(weights);
    return heard.notes.stream().filter(note -> note.startsWith("note: ")).toList();
  }

  private static TableRequest table(List<Long> seeds, String row, String other, String setting) {
    return new TableRequest(
        5,
        Map.of(),
        Set.of("casme2", "ckplus"),
        Map.of(),
        seeds,
        TableSize.TINY,
        List.of(Row.parse(row), Row.parse(other)),
        List.of(setting));
  }
}
