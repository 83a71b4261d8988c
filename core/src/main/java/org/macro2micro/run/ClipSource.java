package org.macro2micro.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.Fold;
import org.macro2micro.experiment.LeaveOneSubjectOut;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.train.Example;

/**
 * A database that was read and prepared.
 *
 * @param database its name
 * @param scheme its classes
 * @param truth class of each usable clip, in order of id
 * @param units action units of those clips whose units people coded
 * @param pixels the prepared clips
 * @param problems what was corrected, left out or noted, a line each
 */
record ClipSource(
    String database,
    LabelScheme scheme,
    Map<ClipId, String> truth,
    Map<ClipId, UnitCoding> units,
    PreparedClips pixels,
    List<String> problems) {

  /** The same without the clips that another preparation of the database could not use. */
  ClipSource only(Collection<ClipId> usable) {
    Map<ClipId, String> kept = new LinkedHashMap<>(truth);
    kept.keySet().retainAll(usable);
    Map<ClipId, UnitCoding> coded = new TreeMap<>(units);
    coded.keySet().retainAll(kept.keySet());
    return new ClipSource(database, scheme, kept, coded, pixels, problems);
  }

  /** Some of the clips as training examples. */
  LabelledExamples examples(Collection<ClipId> ids) {
    List<Example> examples = new ArrayList<>();
    Map<ClipId, UnitCoding> coded = new TreeMap<>(units);
    coded.keySet().retainAll(Set.copyOf(ids));
    for (ClipId id : ids) {
      String label = truth.get(id);
      if (label == null) {
        throw new IllegalArgumentException(
            "clip " + id + " has no class in scheme " + scheme.name());
      }
      examples.add(new Example(id, scheme.indexOf(label)));
    }
    return new LabelledExamples(examples, scheme.labels(), pixels::get, pixels.digest(), coded);
  }

  /**
   * Returns one fold for each subject.
   *
   * @throws SettingsException if there are fewer than two subjects
   */
  List<Fold> folds() throws SettingsException {
    try {
      return LeaveOneSubjectOut.folds(truth.keySet());
    } catch (IllegalArgumentException e) {
      throw new SettingsException("micro database " + database + ": " + e.getMessage(), e);
    }
  }
}
