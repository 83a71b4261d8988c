package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.macro2micro.catalog.UnitMethods;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitPrediction;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.experiment.UnitFold;
import org.macro2micro.experiment.UnitFoldResult;
import org.macro2micro.experiment.UnitRunDirectory;
import org.macro2micro.experiment.UnitScores;
import org.macro2micro.method.MethodBlock;
import org.macro2micro.method.UnitMethod;
import org.macro2micro.method.UnitPage;
import org.macro2micro.method.UnitTargets;
import org.macro2micro.metric.ScoredUnits;
import org.macro2micro.metric.UnitState;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.train.TrainListener;

/**
 * Methods that tell the twelve action units of the field ({@link UnitMethods#UNITS_OF_THE_FIELD}),
 * each person or each database held out once. A method never sees what was coded of a test clip:
 * that is joined by clip id when all folds are in. A run that was stopped goes on in the same
 * folder.
 */
public final class UnitRun {
  private static final List<Integer> UNITS = UnitMethods.UNITS_OF_THE_FIELD;

  private final UnitRequest request;
  private final Path out;
  private final RunListener listener;
  private final UnitRunDirectory directory;

  /**
   * @param out the run's folder; created if needed
   * @param listener is told of the progress
   */
  public UnitRun(UnitRequest request, Path out, RunListener listener) {
    this.request = request;
    this.out = out;
    this.listener = listener;
    directory = new UnitRunDirectory(out);
  }

  /**
   * Runs to the end.
   *
   * @throws SettingsException if a method, a setting or a database can't be used
   * @throws DatasetException if a database can't be read
   * @throws IOException if the run's folder can't be written or read
   * @throws org.macro2micro.nn.EngineStartException if the device that is asked for is not there
   */
  public UnitOutcome run() throws SettingsException, DatasetException, IOException {
    ComputeDevice device = EngineStart.resolved(request.file().settings().device());
    Map<UnitPage, UnitMethod> methods = methods();
    for (Path folder : request.folders().values()) {
      Requirements.folder("units", folder);
    }
    CodedSource source = CodedSource.read(request.folders());
    List<UnitRow> rows = rows(methods, source, device);
    Set<String> problems = new LinkedHashSet<>(source.problems());
    rows.forEach(row -> problems.addAll(row.clips().problems()));
    problems.forEach(listener::note);
    List<UnitFold> folds;
    try {
      folds = request.holdOut().folds(rows.get(0).clips().truth().keySet());
    } catch (IllegalArgumentException e) {
      throw new SettingsException("units: " + e.getMessage(), e);
    }
    requireUnits(folds, rows.get(0).clips());
    RunDirectory record = new RunDirectory(out);
    record.writeSettings(request.file().on(device).tree());
    Provenance provenance = provenance(rows);
    record.writeProvenance(provenance);
    Map<String, List<UnitPrediction>> said = predictions(folds, rows);
    List<UnitRunDirectory.Line> lines = new ArrayList<>();
    List<UnitScores> scores = new ArrayList<>();
    UnitTargets targets = new UnitTargets(UNITS, rows.get(0).clips().units());
    said.forEach(
        (row, predictions) -> {
          List<ScoredUnits> scored = new ArrayList<>();
          for (UnitPrediction prediction : predictions) {
            List<UnitState> truth = truth(targets, prediction.id());
            scored.add(new ScoredUnits(prediction.id(), truth, prediction.shown()));
            lines.add(UnitRunDirectory.Line.of(row, UNITS, prediction, truth));
          }
          scores.addAll(UnitScores.of(row, UNITS, scored));
        });
    directory.write(lines, scores);
    Provenance finished = provenance.finished();
    record.writeProvenance(finished);
    return new UnitOutcome(
        request.holdOut().word(),
        folds.size(),
        scores,
        List.copyOf(problems),
        finished.seconds(),
        out);
  }

  private Map<UnitPage, UnitMethod> methods() throws SettingsException {
    Map<UnitPage, UnitMethod> methods = new LinkedHashMap<>();
    try {
      for (String name : request.rows()) {
        UnitPage page = UnitMethods.byName(name).page();
        MethodBlock block = request.file().settings().block(name);
        page.needs().require(name, block.preprocess().input());
        methods.put(page, page.maker().make(block));
      }
    } catch (IllegalArgumentException e) {
      throw new SettingsException("units: " + e.getMessage(), e);
    }
    return methods;
  }

  /** All methods are tested on the same clips: those that all of their preparations can use. */
  private List<UnitRow> rows(
      Map<UnitPage, UnitMethod> methods, CodedSource source, ComputeDevice device)
      throws SettingsException, IOException {
    ExperimentSettings settings = request.file().settings();
    Path cache = settings.cache() == null ? out.resolve("prepared") : settings.cache();
    Set<PreprocessSettings> wanted = new LinkedHashSet<>();
    methods.keySet().forEach(page -> wanted.add(settings.block(page.name()).preprocess()));
    Set<ClipId> usable = new LinkedHashSet<>(source.units().keySet());
    List<UnitRow> rows = new ArrayList<>();
    for (PreprocessSettings preparation : wanted) {
      PreparedClips.requireFiles(preparation);
      ClipSource clips = source.prepared(settings, preparation, cache, wanted.size(), listener);
      usable.retainAll(clips.truth().keySet());
      methods.forEach(
          (page, method) -> {
            MethodBlock block = settings.block(page.name());
            if (block.preprocess().equals(preparation)) {
              rows.add(new UnitRow(page.name(), block, method, clips, device));
            }
          });
    }
    rows.replaceAll(row -> row.only(usable));
    return rows;
  }

  private static void requireUnits(List<UnitFold> folds, ClipSource clips)
      throws SettingsException {
    for (UnitFold fold : folds) {
      boolean any =
          clips.examples(fold.training()).units().values().stream()
              .anyMatch(coding -> !coding.certain().isEmpty());
      if (!any) {
        throw new SettingsException(
            "units: fold %s: none of its %d training clips shows an action unit without doubt; take a database more"
                .formatted(fold.heldOut(), fold.training().size()));
      }
    }
  }

  private Map<String, List<UnitPrediction>> predictions(List<UnitFold> folds, List<UnitRow> rows)
      throws IOException {
    long epochs = rows.stream().mapToLong(row -> row.method().epochs()).sum();
    listener.begin("train, one " + request.holdOut().word() + " held out", folds.size() * epochs);
    Map<String, List<UnitPrediction>> said = new LinkedHashMap<>();
    long seed = request.file().settings().seed();
    long done = 0;
    for (UnitFold fold : folds) {
      for (UnitRow row : rows) {
        String name = row.name();
        String key = row.key(fold, request.holdOut(), UNITS, seed);
        Optional<UnitFoldResult> kept = directory.find(name, fold.heldOut(), key);
        long before = done;
        TrainListener heard = (phase, epoch, of, losses, norms) -> listener.done(before + epoch);
        UnitFoldResult result =
            kept.isPresent() ? kept.get() : row.fit(fold, request.holdOut(), UNITS, seed, heard);
        if (kept.isEmpty()) {
          directory.save(result, key);
        }
        done += row.method().epochs();
        listener.done(done);
        said.computeIfAbsent(name, any -> new ArrayList<>()).addAll(result.predictions());
      }
    }
    return said;
  }

  private static List<UnitState> truth(UnitTargets targets, ClipId id) {
    float[] shown = targets.shown(List.of(id));
    float[] known = targets.known(List.of(id));
    List<UnitState> truth = new ArrayList<>();
    for (int k = 0; k < known.length; k++) {
      truth.add(
          known[k] == 0 ? UnitState.UNKNOWN : shown[k] == 1 ? UnitState.SHOWN : UnitState.ABSENT);
    }
    return truth;
  }

  private Provenance provenance(List<UnitRow> rows) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (UnitRow row : rows) {
      digests.put("clips of " + row.name(), row.clips().pixels().digest());
    }
    return Provenance.now(
        Product.version(),
        Product.libraries(),
        rows.get(0).device().name().toLowerCase(Locale.ROOT),
        List.of(request.file().settings().seed()),
        digests);
  }
}
