package org.macro2micro.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.clip.Subject;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batches;

/**
 * The macro clips: those that MaNet learns from and that guide MiNet, and those of the subjects
 * kept aside to measure MaNet itself.
 */
final class MacroTeacher {
  private final ClipSource macro;
  private final List<ClipId> training = new ArrayList<>();
  private final List<ClipId> heldOut = new ArrayList<>();
  private final List<Integer> counterparts = new ArrayList<>();

  MacroTeacher(ExperimentSettings settings, ClipSource macro, LabelScheme microScheme) {
    this.macro = macro;
    Set<Subject> subjects = new TreeSet<>();
    macro.truth().keySet().forEach(id -> subjects.add(id.subject()));
    List<Subject> ordered = List.copyOf(subjects);
    int aside = (int) Math.round(settings.macro().heldOutShare() * ordered.size());
    SeedPath seed = SeedPath.root(settings.seed()).child("macro subjects kept aside");
    Set<Subject> kept = new TreeSet<>();
    int[] order = Batches.permutation(ordered.size(), seed.random());
    for (int i = 0; i < aside; i++) {
      kept.add(ordered.get(order[i]));
    }
    for (ClipId id : macro.truth().keySet()) {
      (kept.contains(id.subject()) ? heldOut : training).add(id);
    }
    for (String label : macro.scheme().labels()) {
      counterparts.add(
          Emotion.parse(label)
              .flatMap(microScheme::macroCounterpart)
              .map(microScheme::indexOf)
              .orElse(-1));
    }
  }

  /** The clips that MaNet learns from, with the micro class that each macro class stands for. */
  MacroGuide guide() {
    return new MacroGuide(macro.examples(training), counterparts);
  }

  /**
   * Refuses a row that learns from action units where no clip that it may learn from has any.
   *
   * @throws SettingsException that names the database
   */
  void requireUnits(Row row) throws SettingsException {
    if (guide().examples().units().isEmpty()) {
      throw new SettingsException(
          "row \"%s\" learns from the action units of macro clips, and nobody coded those of the %d clips of %s that it may learn from; take a database whose clips are coded (ckplus with its folder FACS, mmi with its files oao_aucs.xml), or leave the row out"
              .formatted(row, training.size(), macro.database()));
    }
  }

  List<ClipId> heldOut() {
    return List.copyOf(heldOut);
  }

  ClipSource source() {
    return macro;
  }
}
