package org.macro2micro.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;

/**
 * The confusion counts of each subject by itself, in the subjects' order. Resampling subjects is
 * then a sum of small arrays, and does not depend on the order in which clips arrive.
 */
final class SubjectCounts {
  private final List<String> labels;
  private final List<Subject> subjects;

  /** Returns one array for each subject: K*K counts, one true class after the other. */
  private final List<int[]> flat;

  private SubjectCounts(List<String> labels, Map<Subject, int[]> bySubject) {
    this.labels = labels;
    this.subjects = List.copyOf(bySubject.keySet());
    this.flat = List.copyOf(bySubject.values());
  }

  static SubjectCounts of(List<String> labels, Collection<ScoredClip> clips) {
    List<String> fixed = ConfusionMatrix.requireEachOnce(labels);
    Map<Subject, int[]> bySubject = new TreeMap<>();
    Set<ClipId> seen = new HashSet<>();
    for (ScoredClip clip : clips) {
      if (!seen.add(clip.id())) {
        throw new IllegalArgumentException(
            "clip " + clip.id() + " is scored twice; each clip may count once");
      }
      int truth = indexOf(fixed, clip.truth(), "true", clip.id());
      int predicted = indexOf(fixed, clip.predicted(), "predicted", clip.id());
      int[] counts =
          bySubject.computeIfAbsent(
              clip.id().subject(), subject -> new int[fixed.size() * fixed.size()]);
      counts[truth * fixed.size() + predicted]++;
    }
    return new SubjectCounts(fixed, bySubject);
  }

  private static int indexOf(List<String> labels, String label, String role, ClipId id) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException(
          "clip %s: %s label \"%s\" is not among the task's labels %s"
              .formatted(id, role, label, labels));
    }
    return index;
  }

  List<Subject> subjects() {
    return subjects;
  }

  /** One subject's K*K counts. */
  int[] counts(int subject) {
    return flat.get(subject);
  }

  ConfusionMatrix pooled() {
    int[] sum = new int[labels.size() * labels.size()];
    for (int[] counts : flat) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += counts[i];
      }
    }
    return ConfusionMatrix.ofFlat(labels, sum, 0);
  }

  /**
   * Refuses to compare two methods, or two seeds of one, unless both have predictions for the same
   * clips with the same truth.
   */
  static void requireSameClips(Collection<ScoredClip> one, Collection<ScoredClip> other) {
    Set<Map.Entry<ClipId, String>> truths = truths(one);
    Set<Map.Entry<ClipId, String>> otherTruths = truths(other);
    if (!truths.equals(otherTruths)) {
      List<Map.Entry<ClipId, String>> unmatched = new ArrayList<>(truths);
      unmatched.removeAll(otherTruths);
      otherTruths.removeAll(truths);
      unmatched.addAll(otherTruths);
      throw new IllegalArgumentException(
          "predictions can be compared on the same clips with the same truth only; %d of their clips differ, such as %s"
              .formatted(unmatched.size(), unmatched.get(0)));
    }
  }

  private static Set<Map.Entry<ClipId, String>> truths(Collection<ScoredClip> clips) {
    Set<Map.Entry<ClipId, String>> truths = new HashSet<>();
    clips.forEach(clip -> truths.add(Map.entry(clip.id(), clip.truth())));
    return truths;
  }
}
