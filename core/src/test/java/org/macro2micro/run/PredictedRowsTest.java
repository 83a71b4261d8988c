package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.ColumnKey;
import org.macro2micro.experiment.ColumnTask;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.RunResult;
import org.macro2micro.experiment.RunScores;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.experiment.SeedScore;
import org.macro2micro.experiment.TableColumn;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.Score;

class PredictedRowsTest {
  private static final String CASME = "casme2/sub01/";
  private static final String SAMM = "samm/006/";

  @TempDir private Path folder;

  private Path run(String name, String... lines) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.writeString(run.resolve("predictions.jsonl"), String.join("", lines));
    return run;
  }

  /** What a row said of four clips of two people, two of each class. */
  private static String said(String row, String first, String second, String third, String fourth) {
    return Stream.of(
            line(row, CASME + "a", "negative", first),
            line(row, CASME + "b", "positive", second),
            line(row, SAMM + "c", "negative", third),
            line(row, SAMM + "d", "positive", fourth))
        .collect(Collectors.joining());
  }

  private static String line(String row, String clip, String truth, String predicted) {
    return """
        {"row": "%s", "clip": "%s", "subject": "any", "truth": "%s", "predicted": "%s", \
        "probabilities": []}
        """
        .formatted(row, clip, truth, predicted);
  }

  private static double mean(RowScores row, String part, Score score) {
    return row.score(part, score).mean();
  }

  @Test
  void scoresEveryRowOverTheRunsThatHaveIt() throws Exception {
    Path one = run("1", said("mine", "negative", "positive", "negative", "positive"));
    Path two =
        run(
            "2",
            said("mine", "negative", "positive", "negative", "negative"),
            said("other", "positive", "negative", "positive", "negative"));
    RunScores scores = PredictedRows.scores(List.of(one, two));
    assertThat(scores.rows())
        .extracting(RowScores::row)
        .containsExactly(Row.parse("mine"), Row.parse("other"));
    assertThat(scores.selection()).containsExactly("epoch not recorded");

    RowScores mine = scores.rows().get(0);
    assertThat(mine.runs()).isEqualTo(2);
    assertThat(mine.clips()).isEqualTo(4);
    assertThat(mine.subjects()).isEqualTo(2);
    assertThat(mine.parts()).containsExactly(Scoreboard.ALL, "casme2", "samm");
    // The second run calls d negative: F1 of negative 2*2/(2*2+1) = .8, of positive 2/(2+1) = 2/3.
    double second = (.8 + 2 / 3.) / 2;
    assertThat(mine.score(Scoreboard.ALL, Score.UF1).bySeed().get(1))
        .isCloseTo(second, within(1e-12));
    assertThat(mean(mine, Scoreboard.ALL, Score.UF1)).isCloseTo((1 + second) / 2, within(1e-12));
    assertThat(mean(mine, Scoreboard.ALL, Score.ACCURACY)).isEqualTo((1 + .75) / 2);
    assertThat(mean(mine, "casme2", Score.UF1)).isEqualTo(1);
    assertThat(mean(mine, "samm", Score.UAR)).isEqualTo((1 + .5) / 2);
    Interval interval = mine.score(Scoreboard.ALL, Score.ACCURACY).interval();
    // Drawn are both people, or one of them twice: .875, 1 or .75.
    assertThat(interval.low()).isEqualTo(.75);
    assertThat(interval.high()).isEqualTo(1);

    RowScores other = scores.rows().get(1);
    assertThat(other.runs()).isEqualTo(1);
    assertThat(mean(other, Scoreboard.ALL, Score.UF1)).isZero();
  }

  /** A class without clips has neither F1 nor recall: the means are over the others, and say so. */
  @Test
  void aClassThatIsOnlyPredictedIsNamed() throws Exception {
    Path run = run("only", said("mine", "surprise", "positive", "negative", "positive"));
    RowScores mine = PredictedRows.scores(List.of(run)).rows().get(0);
    // F1 of negative 2/(2+1), of positive 1, of surprise none.
    assertThat(mean(mine, Scoreboard.ALL, Score.UF1)).isCloseTo((2 / 3. + 1) / 2, within(1e-12));
    assertThat(mine.notes())
        .containsExactly(
            "Row \"mine\": class \"surprise\" is predicted but never true: it has no F1 and no recall, and is left out of the means that UF1 and UAR are.");
    RunComparison.Side side = new RunComparison.Side(List.of(run), Row.parse("mine"));
    assertThat(RunComparison.of(side, side).notes()).isEqualTo(mine.notes());
    // Positive occurs in SAMM alone, and is predicted for a clip of CASME II.
    Path part =
        run(
            "part",
            line("mine", CASME + "a", "negative", "positive"),
            line("mine", SAMM + "b", "positive", "positive"),
            line("mine", SAMM + "c", "negative", "negative"));
    assertThat(PredictedRows.scores(List.of(part)).rows().get(0).notes())
        .hasSize(1)
        .first(InstanceOfAssertFactories.STRING)
        .startsWith("Row \"mine\" on casme2: class \"positive\" is predicted but never true");
    Path whole = run("whole", said("mine", "negative", "positive", "negative", "positive"));
    assertThat(PredictedRows.scores(List.of(whole)).rows().get(0).notes()).isEmpty();
  }

  @Test
  void tellsWhichEpochWasTested() throws Exception {
    Path run = run("leaks", said("mine", "negative", "positive", "negative", "positive"));
    Files.writeString(run.resolve("settings.json"), "{\"selection\": \"test-selected\"}");
    assertThat(PredictedRows.scores(List.of(run)).selection())
        .containsExactly("test-selected (leaks)");
  }

  @Test
  void comparesTwoRowsOfAnyProgram() throws Exception {
    Path run =
        run(
            "both",
            said("mine", "negative", "positive", "negative", "positive"),
            said("other", "positive", "negative", "positive", "negative"));
    RunComparison comparison =
        RunComparison.of(
            new RunComparison.Side(List.of(run), Row.parse("other")),
            new RunComparison.Side(List.of(run), Row.parse("mine")));
    RunComparison.Line accuracy = comparison.lines().get(Score.ACCURACY.ordinal());
    assertThat(accuracy.difference()).isEqualTo(1);
    assertThat(accuracy.interval()).isEqualTo(new Interval(1, 1));
    // Of the four ways to exchange the rows of two people, two are as far apart as the one seen.
    assertThat(accuracy.p()).isCloseTo(.5, within(.05));
  }

  @Test
  void aSingleRunStandsAgainstEachOfSeveral() throws Exception {
    Path alone = run("alone", said("theirs", "negative", "positive", "negative", "negative"));
    Path one = run("1", said("mine", "negative", "positive", "negative", "positive"));
    Path two = run("2", said("mine", "negative", "negative", "negative", "positive"));
    RunComparison.Side mine = new RunComparison.Side(List.of(one, two), Row.parse("mine"));
    RunComparison comparison =
        RunComparison.of(new RunComparison.Side(List.of(alone), Row.parse("theirs")), mine);
    assertThat(comparison)
        .isEqualTo(
            RunComparison.of(
                new RunComparison.Side(List.of(alone, alone), Row.parse("theirs")), mine));
    RunComparison.Line accuracy = comparison.lines().get(Score.ACCURACY.ordinal());
    assertThat(accuracy.first()).isEqualTo(.75);
    assertThat(accuracy.second()).isEqualTo((1 + .75) / 2);
    assertThatThrownBy(
            () ->
                RunComparison.of(
                    new RunComparison.Side(List.of(alone, alone, alone), Row.parse("theirs")),
                    mine))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("predictions of 2 seeds against those of 3; expected as many");
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    String all = said("mine", "negative", "positive", "negative", "positive");
    Path whole = run("whole", all);
    Path none = Files.createDirectories(folder.resolve("none"));
    assertRefused(List.of(none), SettingsException.class, "found no predictions");
    assertRefused(
        List.of(run("twice", all, line("mine", SAMM + "d", "positive", "positive"))),
        SettingsException.class,
        "has clip samm/006/d twice in row \"mine\"");
    assertRefused(
        List.of(whole, run("fewer", line("mine", SAMM + "d", "positive", "positive"))),
        SettingsException.class,
        "row \"mine\"");
    assertRefused(
        List.of(run("id", all, line("mine", "EP01", "positive", "positive"))),
        IOException.class,
        "predictions.jsonl:5: clip id \"EP01\": expected database/subject/clip");
    assertRefused(
        List.of(run("text", all, "row,clip\n")), IOException.class, "predictions.jsonl:5");
  }

  /** What other programs write, each scored as the plain form is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF{L}\n",
        "{L}\r\n\r\n",
        "\n  \n{L}\t\n",
        "{L, 'fold': 3, 'note': {'a': [1]}}",
        "{L, 'probabilities': [NaN, Infinity]}",
        "{L, 'probabilities': [null, 'nan', 0.5, 1e-3]}",
        "{L, 'probabilities': null, 'subject': null}"
      })
  void anotherProgramsFormIsScoredAlike(String form) throws Exception {
    String plain = said("mine", "negative", "positive", "negative", "negative");
    StringBuilder other = new StringBuilder();
    for (String line : plain.lines().toList()) {
      String keys = line.replaceAll("\"subject.*?,|\\{|, \"probabilities.*", "");
      String text = form.replace('\'', '"').replace("L", keys);
      other.append(other.isEmpty() ? text : text.replace("\uFEFF", "")).append('\n');
    }
    assertThat(PredictedRows.scores(List.of(run("other", other.toString()))))
        .isEqualTo(PredictedRows.scores(List.of(run("plain", plain))));
  }

  @Test
  void predictionsInUtf16AndClassesAsNumbersAreRead() throws Exception {
    String numbers =
        said("mine", "0", "1", "0", "0").replace("\"negative\"", "0.0").replace("positive", "1");
    Path wide = run("wide");
    Files.write(wide.resolve("predictions.jsonl"), numbers.getBytes(StandardCharsets.UTF_16));
    assertThat(PredictedRows.scores(List.of(wide)).rows().get(0).score(Score.ACCURACY).mean())
        .isEqualTo(.75);
  }

  @Test
  void oneClassInTwoSpellingsIsRefusedByName() throws Exception {
    Path run = run("case", said("mine", "Negative", "positive", "negative", "positive"));
    assertRefused(
        List.of(run), SettingsException.class, "class \"Negative\" stands beside \"negative\"");
    Path lower = run("lower", line("mine", CASME + "a", "x", "x"));
    Path upper = run("upper", line("mine", CASME + "a", "x", "X"));
    assertRefused(List.of(lower, upper), SettingsException.class, "class \"X\" stands beside");
    assertThatThrownBy(
            () ->
                RunComparison.of(
                    new RunComparison.Side(List.of(lower), Row.parse("mine")),
                    new RunComparison.Side(List.of(upper), Row.parse("mine"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("class \"X\" stands beside \"x\"");
    assertRefused(
        List.of(
            run("rows", line("mine", CASME + "a", "x", "x"), line("Mine", CASME + "b", "x", "x"))),
        SettingsException.class,
        "row \"Mine\" stands beside \"mine\"");
    assertRefused(
        List.of(
            run(
                "people",
                line("mine", "casme2/sub01/a", "x", "x"),
                line("mine", "casme2/Sub01/b", "x", "x"))),
        SettingsException.class,
        "subject \"casme2/Sub01\" stands beside");
  }

  /** Each text is a line that can't be read, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "row,clip|found row,clip; expected one JSON object",
        "{\"row\": \"a\"|found {\"row\": \"a\"; expected one JSON object",
        "{\"row\": \"a\"} {}|expected one JSON object",
        "{\"row\": \"a\", \"row\": \"b\"}|expected one JSON object",
        "[{}]|the line begins a JSON array",
        "3|found 3; expected one JSON object",
        "{\"row\": \"a\"}|there is no \"clip\" among its keys, [row]",
        "{\"row\": \"a\", \"clip\": null}|\"clip\" is null; expected a text",
        "{\"row\": \"a\", \"clip\": \"a/b/c\", \"truth\": [1]}|\"truth\" is [1]; expected a text",
        "{\"row\":\"a\",\"clip\":\"a/b/c\",\"truth\":1,\"predicted\":NaN}|\"predicted\" is",
        "{\"row\":\"a\",\"clip\":\"a/b/c\",\"truth\":1,\"predicted\":1,\"probabilities\":{\"x\":1}}|expected a list of numbers"
      })
  void aLineThatIsNotAPredictionIsToldInPlainWords(String line, String message) throws Exception {
    Path run = run("bad", line("mine", CASME + "a", "x", "x"), "\n", line, "\n");
    assertThatThrownBy(() -> PredictedRows.scores(List.of(run)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("predictions.jsonl:3: ")
        .hasMessageContaining(message)
        .message()
        .doesNotContain("jackson", "Unexpected", "token", "deserialize");
  }

  private static void assertRefused(
      List<Path> runs, Class<? extends Exception> type, String message) {
    assertThatThrownBy(() -> PredictedRows.scores(runs))
        .isInstanceOf(type)
        .hasMessageContaining(message);
  }

  /** Run, table, score and compare print the same digits for the same predictions. */
  @Test
  void everyWayToScoreGivesTheSameDigits() throws Exception {
    List<String> labels = List.of("negative", "positive");
    Map<ClipId, String> truth = new LinkedHashMap<>();
    Map<Row, List<Prediction>> rows = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (Row row : List.of(Row.L_C, Row.ALL_TERMS)) {
      List<Prediction> said = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        ClipId id = ClipId.of(i < 20 ? "casme2" : "samm", "s" + i % 7, "c" + i);
        truth.put(id, labels.get(i % 2));
        boolean right = row.equals(Row.L_C) ? i % 3 > 0 : i % 5 > 0;
        String label = labels.get(right ? i % 2 : 1 - i % 2);
        said.add(new Prediction(id, label, List.of(.5, .5)));
        lines.add(line(row.toString(), id.toString(), truth.get(id), label));
      }
      rows.put(row, said);
    }
    Path folder = run("digits", String.join("", lines));

    RunResult run = RunResult.of("r", labels, ModelSelection.LAST_EPOCH, truth, rows);
    ColumnTask task =
        new ColumnTask(
            new ColumnKey(List.of("casme2", "samm"), "ckplus"),
            List.of(),
            "cde",
            labels,
            ModelSelection.LAST_EPOCH);
    TableColumn column =
        TableColumn.of(
            task, List.of(Score.values()), new TreeMap<>(Map.of(1L, PredictedRows.of(folder))));
    RunScores scores = PredictedRows.scores(List.of(folder));
    RunComparison comparison =
        RunComparison.of(
            new RunComparison.Side(List.of(folder), Row.L_C),
            new RunComparison.Side(List.of(folder), Row.ALL_TERMS));
    for (Score score : Score.values()) {
      for (RowScores scored : scores.rows()) {
        SeedScore one = scored.score(Scoreboard.ALL, score);
        assertThat(column.score(scored.row(), Scoreboard.ALL, score)).contains(one);
        assertThat(scored.score("samm", score))
            .isEqualTo(column.score(scored.row(), "samm", score).orElseThrow());
        RowScores ofRun =
            run.rows().stream().filter(r -> r.row().equals(scored.row())).findFirst().orElseThrow();
        assertThat(ofRun).isEqualTo(scored);
      }
      RowDifference difference = run.difference(Row.ALL_TERMS, score).orElseThrow();
      assertThat(column.difference(Row.ALL_TERMS, score)).contains(difference);
      RunComparison.Line line =
          comparison.lines().stream()
              .filter(l -> l.score().equals(score.key()))
              .findFirst()
              .orElseThrow();
      assertThat(line.difference()).isEqualTo(difference.difference());
      assertThat(line.interval()).isEqualTo(difference.interval());
      assertThat(line.p()).isEqualTo(difference.p());
    }
  }
}
