package org.macro2micro.experiment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.base.WholeFile;
import org.macro2micro.clip.UnitPrediction;
import org.macro2micro.metric.UnitState;

/**
 * The folder in which a run over action units keeps what it found, beside the settings and the
 * provenance of {@link RunDirectory}:
 *
 * <pre>
 * folds/METHOD/HELD_OUT.json   one {@link UnitFoldResult} each
 * unit-predictions.jsonl       one line a clip and method
 * unit-scores.json             the {@link UnitScores}
 * </pre>
 *
 * @param path the folder; it need not exist yet
 */
public record UnitRunDirectory(Path path) {
  /**
   * A line of {@code unit-predictions.jsonl}.
   *
   * @param row the method
   * @param clip database, subject and name
   * @param subject database and subject
   * @param truth "shown", "absent" or "unknown", by the unit's number
   * @param probabilities by the unit's number; .5 or more says that it is shown
   */
  @JsonPropertyOrder({"row", "clip", "subject", "truth", "probabilities"})
  public record Line(
      String row,
      String clip,
      String subject,
      Map<Integer, String> truth,
      Map<Integer, Double> probabilities) {
    /** A prediction beside what is known. */
    public static Line of(
        String row, List<Integer> units, UnitPrediction said, List<UnitState> truth) {
      Map<Integer, String> known = new LinkedHashMap<>();
      Map<Integer, Double> probabilities = new LinkedHashMap<>();
      for (int k = 0; k < units.size(); k++) {
        known.put(units.get(k), truth.get(k).name().toLowerCase(Locale.ROOT));
        probabilities.put(units.get(k), said.probabilities().get(k));
      }
      return new Line(
          row, said.id().toString(), said.id().subject().toString(), known, probabilities);
    }
  }

  /**
   * Keeps a fold's result for {@link #find}.
   *
   * @param key a digest of everything that the result depends on
   */
  public void save(UnitFoldResult result, String key) throws IOException {
    KeptResult.keep(file(result.row(), result.heldOut()), result, key);
  }

  /** The kept result of a fold, if it was made from the same inputs and settings. */
  public Optional<UnitFoldResult> find(String row, String heldOut, String key) throws IOException {
    return KeptResult.find(file(row, heldOut), UnitFoldResult.class, key)
        .filter(result -> result.row().equals(row) && result.heldOut().equals(heldOut));
  }

  /** Writes what every method said of every clip, and the scores. */
  public void write(List<Line> lines, List<UnitScores> scores) throws IOException {
    RunJson.writeLines(path.resolve("unit-predictions.jsonl"), new ArrayList<>(lines));
    WholeFile.write(path.resolve("unit-scores.json"), RunJson.pretty(scores));
  }

  private Path file(String row, String heldOut) {
    return path.resolve("folds")
        .resolve(KeptResult.fileName(row))
        .resolve(KeptResult.fileName(heldOut) + ".json");
  }
}
