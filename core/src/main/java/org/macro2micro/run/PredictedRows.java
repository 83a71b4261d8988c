package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.macro2micro.clip.ClipId;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.PredictedClip;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.experiment.RunScores;
import org.macro2micro.experiment.Spellings;
import org.macro2micro.metric.ScoredClip;

/**
 * What the rows of runs said of their clips, read from {@code predictions.jsonl}. Nothing else of a
 * run is needed, so that predictions of other programs are scored and compared like ours.
 */
public final class PredictedRows {
  private static final String UNRECORDED = "epoch not recorded";

  private PredictedRows() {}

  /**
   * The scores of all rows; several runs are several seeds.
   *
   * @param folders at least one, each with a {@code predictions.jsonl}
   * @throws SettingsException if a folder has no predictions, a row has a clip twice, or a row's
   *     clips or their truth differ between folders
   * @throws IOException if predictions can't be read
   */
  public static RunScores scores(List<Path> folders) throws SettingsException, IOException {
    Map<Row, List<List<ScoredClip>>> rows = new LinkedHashMap<>();
    Set<String> selection = new LinkedHashSet<>();
    for (Path folder : folders) {
      of(folder)
          .forEach((row, clips) -> rows.computeIfAbsent(row, any -> new ArrayList<>()).add(clips));
      selection.add(selection(folder));
    }
    try {
      return RunScores.of(List.copyOf(selection), rows);
    } catch (IllegalArgumentException e) {
      throw new SettingsException("score: %s: %s".formatted(folders, e.getMessage()), e);
    }
  }

  /**
   * The clips of each row of a run, rows in the file's order.
   *
   * @throws SettingsException if there are none, a row has a clip twice, or a class, row or subject
   *     is written in two ways
   * @throws IOException if they can't be read
   */
  static Map<Row, List<ScoredClip>> of(Path folder) throws SettingsException, IOException {
    Map<Row, Map<ClipId, ScoredClip>> rows = new LinkedHashMap<>();
    List<PredictedClip> predictions = new RunDirectory(folder).predictions();
    requireOneSpelling(folder, predictions);
    for (PredictedClip clip : predictions) {
      ScoredClip scored = new ScoredClip(clip.id(), clip.truth(), clip.predicted());
      Map<ClipId, ScoredClip> row = rows.computeIfAbsent(clip.row(), any -> new LinkedHashMap<>());
      if (row.put(clip.id(), scored) != null) {
        throw new SettingsException(
            "%s: predictions.jsonl has clip %s twice in row \"%s\"; expected once"
                .formatted(folder, clip.id(), clip.row()));
      }
    }
    if (rows.isEmpty()) {
      throw new SettingsException(
          "%s: found no predictions; expected predictions.jsonl, which a finished run holds"
              .formatted(folder));
    }
    Map<Row, List<ScoredClip>> lists = new LinkedHashMap<>();
    rows.forEach((row, clips) -> lists.put(row, List.copyOf(clips.values())));
    return lists;
  }

  private static void requireOneSpelling(Path folder, List<PredictedClip> predictions)
      throws SettingsException {
    try {
      Spellings.requireOne(
          "class", predictions.stream().flatMap(p -> Stream.of(p.truth(), p.predicted())).toList());
      Spellings.requireOne("row", predictions.stream().map(p -> p.row().toString()).toList());
      Spellings.requireOne(
          "subject", predictions.stream().map(p -> p.id().subject().toString()).toList());
    } catch (IllegalArgumentException e) {
      throw new SettingsException("%s: predictions.jsonl: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static String selection(Path folder) throws IOException {
    Object name = new RunDirectory(folder).settings().orElse(Map.of()).get("selection");
    for (ModelSelection selection : ModelSelection.values()) {
      if (selection.name().replace('_', '-').equalsIgnoreCase(String.valueOf(name))) {
        return selection.head();
      }
    }
    return UNRECORDED;
  }
}
