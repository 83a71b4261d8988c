package org.macro2micro.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;

/**
 * The protocol of the field: each person is held out once, and tested by what the others taught.
 */
public final class LeaveOneSubjectOut {
  private LeaveOneSubjectOut() {}

  /**
   * One fold a subject, in the subjects' order; clips within a fold in their order. The order in
   * which clips are handed in does not matter.
   *
   * @param clips each once, of at least two subjects; one id in two databases is two subjects
   * @throws IllegalArgumentException if a clip occurs twice or there are fewer than two subjects
   */
  public static List<Fold> folds(Collection<ClipId> clips) {
    SortedMap<Subject, List<ClipId>> bySubject = new TreeMap<>();
    clips.stream()
        .sorted()
        .forEach(id -> bySubject.computeIfAbsent(id.subject(), s -> new ArrayList<>()).add(id));
    if (bySubject.size() < 2) {
      throw new IllegalArgumentException(
          "leave one subject out: clips of %d subjects %s; it needs at least 2"
              .formatted(bySubject.size(), bySubject.keySet()));
    }
    List<Fold> folds = new ArrayList<>();
    bySubject.forEach(
        (heldOut, test) -> {
          List<ClipId> training = new ArrayList<>();
          bySubject.forEach(
              (subject, ids) -> {
                if (!subject.equals(heldOut)) {
                  training.addAll(ids);
                }
              });
          folds.add(new Fold(heldOut, training, test));
        });
    return List.copyOf(folds);
  }
}
