package org.macro2micro.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batches;

/** Part of a fold's training clips, for curves of score against labels. */
final class TrainingShare {
  private TrainingShare() {}

  /**
   * The same share of each class, rounded up; which clips, is drawn for each class from a seed of
   * its name. Order is kept.
   *
   * @param share above 0 to 1; 1 gives {@code training} itself
   */
  static List<ClipId> of(
      double share, List<ClipId> training, Map<ClipId, String> truth, SeedPath seed) {
    if (share == 1) {
      return training;
    }
    SortedMap<String, List<ClipId>> byClass = new TreeMap<>();
    for (ClipId id : training) {
      byClass.computeIfAbsent(String.valueOf(truth.get(id)), label -> new ArrayList<>()).add(id);
    }
    List<ClipId> kept = new ArrayList<>();
    byClass.forEach(
        (label, clips) -> {
          SeedPath own = seed.child("training share").child(label);
          int[] order = Batches.permutation(clips.size(), own.random());
          int count = (int) Math.ceil(share * clips.size());
          for (int i = 0; i < count; i++) {
            kept.add(clips.get(order[i]));
          }
        });
    return training.stream().filter(kept::contains).toList();
  }
}
