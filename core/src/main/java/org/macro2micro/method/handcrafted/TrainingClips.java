package org.macro2micro.method.handcrafted;

import java.util.Comparator;
import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.train.Example;

/**
 * Training clips in the order of their names, so that the order they come in does not matter.
 *
 * @param ids n clips
 * @param labels n classes
 * @param subjects n subjects
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record TrainingClips(List<ClipId> ids, int[] labels, List<Subject> subjects) {
  /**
   * @param method named in the error
   * @throws IllegalArgumentException if there is none
   */
  static TrainingClips of(String method, LabelledExamples micro) {
    List<Example> examples =
        micro.examples().stream().sorted(Comparator.comparing(Example::id)).toList();
    if (examples.isEmpty()) {
      throw new IllegalArgumentException(method + ": found 0 training clips, expected at least 1");
    }
    List<ClipId> ids = examples.stream().map(Example::id).toList();
    return new TrainingClips(
        ids,
        examples.stream().mapToInt(Example::label).toArray(),
        ids.stream().map(ClipId::subject).toList());
  }
}
