package org.macro2micro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitPrediction;
import org.macro2micro.metric.ScoredUnits;
import org.macro2micro.metric.UnitState;

class UnitScoresTest {
  private static final List<Integer> UNITS = List.of(4, 9, 12, 14);
  private static final UnitState YES = UnitState.SHOWN;
  private static final UnitState NO = UnitState.ABSENT;
  private static final UnitState UNKNOWN = UnitState.UNKNOWN;
  private static final ClipId ONE = ClipId.of("one", "s1", "a");
  private static final ClipId TWO = ClipId.of("two", "s1", "a");

  /** Unit 4 is right in one database and wrong in the other: F1 of 2/(2+1). */
  private static final List<ScoredUnits> CLIPS =
      List.of(
          new ScoredUnits(ONE, List.of(YES, NO, YES, UNKNOWN), List.of(true, true, true, true)),
          new ScoredUnits(TWO, List.of(NO, NO, YES, UNKNOWN), List.of(true, false, true, false)));

  @Test
  void unitsWithoutF1AreSaidWithTheReason() {
    UnitScores all = UnitScores.of("units", UNITS, CLIPS).get(0);
    assertThat(all.part()).isEqualTo("all");
    assertThat(all.clips()).isEqualTo(2);
    assertThat(all.subjects()).isEqualTo(2);
    assertThat(all.f1()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(all.units()).extracting(UnitScores.Line::unit).isEqualTo(UNITS);
    assertThat(all.notes())
        .containsExactly(
            "units: action unit 9 has no F1, as no clip shows it; it is left out of the mean.",
            "units: action unit 12 has no F1, as every clip shows it; it is left out of the mean.",
            "units: action unit 14 has no F1, as it is not known of any clip; it is left out of the mean.");
  }

  @Test
  void eachDatabaseIsScoredByItself() {
    List<UnitScores> scores = UnitScores.of("units", UNITS, CLIPS);
    assertThat(scores).extracting(UnitScores::part).containsExactly("all", "one", "two");
    assertThat(scores.get(1).f1()).isNull();
    assertThat(scores.get(1).interval()).isNull();
    assertThat(scores.get(2).notes().get(0)).startsWith("units on two: action unit 4 has no F1");
    assertThat(UnitScores.of("units", UNITS, CLIPS.subList(0, 1))).hasSize(1);
  }

  @Test
  void resultsAreKeptUnderTheirKey(@TempDir Path folder) throws Exception {
    UnitRunDirectory directory = new UnitRunDirectory(folder);
    UnitPrediction said = new UnitPrediction(ONE, List.of(.75, .5, .25, 0.0));
    UnitFoldResult result = new UnitFoldResult("one/s1", "units", List.of(said), 1);
    directory.save(result, "key");
    assertThat(directory.find("units", "one/s1", "key")).contains(result);
    assertThat(directory.find("units", "one/s1", "other")).isEmpty();
    assertThat(directory.find("units", "one/s2", "key")).isEmpty();
    directory.write(
        List.of(UnitRunDirectory.Line.of("units", UNITS, said, CLIPS.get(0).truth())),
        UnitScores.of("units", UNITS, CLIPS));
    assertThat(Files.readString(folder.resolve("unit-predictions.jsonl")))
        .isEqualTo(
            "{\"row\":\"units\",\"clip\":\"one/s1/a\",\"subject\":\"one/s1\",\"truth\":{\"4\":\"shown\",\"9\":\"absent\",\"12\":\"shown\",\"14\":\"unknown\"},\"probabilities\":{\"4\":0.75,\"9\":0.5,\"12\":0.25,\"14\":0.0}}\n");
    assertThat(Files.readString(folder.resolve("unit-scores.json"))).contains("\"part\" : \"two\"");
  }
}
