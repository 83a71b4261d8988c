package org.macro2micro.experiment;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.macro2micro.base.WholeFile;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;

/**
 * The folder in which a run keeps what it found, so that a run that was killed goes on where it
 * stopped and anybody can read the result without this software:
 *
 * <pre>
 * settings.json                        every setting
 * provenance.json                      versions, machine, seeds, data, time
 * folds/ROW/DATABASE_SUBJECT.json      one {@link FoldResult} each
 * macro.json                           MaNet's {@link MacroCheck}
 * models/ROW/DATABASE_SUBJECT.safetensors, .json, .md   a trained model each and its card, where wanted
 * predictions.jsonl                    one line a clip and row
 * curves.jsonl                         one line a training epoch
 * </pre>
 *
 * <p>Each file is written whole or not at all.
 */
public final class RunDirectory {
  /** The file of predictions, which makes a folder that of a run. */
  public static final String PREDICTIONS = "predictions.jsonl";

  /** The file of all settings. */
  public static final String SETTINGS = "settings.json";

  /** The file of where the run comes from. */
  public static final String PROVENANCE = "provenance.json";

  private final Path path;

  /** The run kept in this folder; the folder need not exist yet. */
  public RunDirectory(Path path) {
    this.path = path;
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /**
   * Writes all settings.
   *
   * @param settings names to texts, numbers, booleans, lists and maps of these, in any nesting
   */
  public void writeSettings(Map<String, ?> settings) throws IOException {
    WholeFile.write(path.resolve(SETTINGS), RunJson.pretty(settings));
  }

  /**
   * The settings as written, empty if none were; numbers come back as Java's widest kind needed.
   */
  public Optional<Map<String, Object>> settings() throws IOException {
    return RunJson.read(path.resolve(SETTINGS), new TypeReference<>() {});
  }

  /** Writes where the run comes from. */
  public void writeProvenance(Provenance provenance) throws IOException {
    WholeFile.write(path.resolve(PROVENANCE), RunJson.pretty(provenance));
  }

  /** The provenance as written, empty if none was. */
  public Optional<Provenance> provenance() throws IOException {
    return RunJson.read(path.resolve(PROVENANCE), new TypeReference<>() {});
  }

  /** Who did the folds so far, as far as the record can be read. */
  public Optional<Workforce> workforce() {
    try {
      return provenance().map(Provenance::workforce);
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a fold's result for {@link #find}.
   *
   * @param key a digest of everything the result depends on: clips, settings, seeds, code version
   */
  public void save(FoldResult result, String key) throws IOException {
    KeptResult.keep(foldFile(result.row(), result.heldOut()), result, key);
  }

  /**
   * Keeps MaNet's own check for {@link #findMacroCheck}.
   *
   * @param key a digest of everything it depends on
   */
  public void save(MacroCheck check, String key) throws IOException {
    KeptResult.keep(macroFile(), check, key);
  }

  /** MaNet's kept check, if it was made from the same inputs and settings. */
  public Optional<MacroCheck> findMacroCheck(String key) throws IOException {
    return KeptResult.find(macroFile(), MacroCheck.class, key);
  }

  /**
   * The kept result of a row and person, if it was made from the same inputs and settings. A file
   * that is missing, damaged, of another key or of another fold does not count: the work is then to
   * be done anew.
   *
   * @throws IOException if a file is there but can't be read at all
   */
  public Optional<FoldResult> find(Row row, Subject subject, String key) throws IOException {
    return KeptResult.find(foldFile(row, subject), FoldResult.class, key)
        .filter(result -> result.row().equals(row) && result.heldOut().equals(subject));
  }

  /** Where the weights of a fold's model lie; its {@link ModelRecord} lies beside them. */
  public Path modelFile(Row row, Subject subject) {
    return path.resolve("models")
        .resolve(KeptResult.fileName(row.toString()))
        .resolve(foldName(subject) + ".safetensors");
  }

  /** How many folds of a row are kept, whatever they were made from. */
  public int keptFolds(Row row) throws IOException {
    Path folder = path.resolve("folds").resolve(KeptResult.fileName(row.toString()));
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  /** Whether MaNet's check is kept, whatever it was made from. */
  public boolean keepsMacroCheck() {
    return Files.exists(macroFile());
  }

  /**
   * Writes what every row said of every clip.
   *
   * @throws IllegalArgumentException if a prediction is of a clip without truth
   */
  public void writePredictions(Map<ClipId, String> truth, Collection<FoldResult> results)
      throws IOException {
    RunJson.writeLines(path.resolve(PREDICTIONS), PredictionLine.of(truth, results));
  }

  /**
   * The predictions as written, in order; none if none were written.
   *
   * @throws IOException if the file can't be read, or a line is not a prediction; another program's
   *     file is read as well
   */
  public List<PredictedClip> predictions() throws IOException {
    return PredictionFile.read(path.resolve(PREDICTIONS));
  }

  /** Writes the epochs of all training, each once though several results may hold it. */
  public void writeCurves(Collection<CurvePoint> points) throws IOException {
    RunJson.writeLines(path.resolve("curves.jsonl"), points.stream().distinct().toList());
  }

  /** The epochs as written, in order; none if none were written. */
  public List<CurvePoint> curves() throws IOException {
    return RunJson.readLines(path.resolve("curves.jsonl"), CurvePoint.class);
  }

  private Path macroFile() {
    return path.resolve("macro.json");
  }

  private Path foldFile(Row row, Subject subject) {
    return path.resolve("folds")
        .resolve(KeptResult.fileName(row.toString()))
        .resolve(foldName(subject) + ".json");
  }

  private static String foldName(Subject subject) {
    return KeptResult.fileName(subject.database()) + "_" + KeptResult.fileName(subject.id());
  }
}
