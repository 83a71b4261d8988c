package org.macro2micro.method.handcrafted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macro2micro.clip.Subject;

/** Divides training clips into parts, no subject into two. */
final class InnerFolds {
  private InnerFolds() {}

  /**
   * The part of each clip. The subjects, those with most clips first and else in their order, go
   * one after the other to the part that has fewest clips by then, the first of several.
   *
   * @param subjects of the clips
   * @param parts at least 2
   * @return numbers in 0..min(parts, number of different subjects)-1
   */
  static int[] of(List<Subject> subjects, int parts) {
    Map<Subject, Integer> clips = new TreeMap<>();
    subjects.forEach(s -> clips.merge(s, 1, Integer::sum));
    List<Map.Entry<Subject, Integer>> bySize = new ArrayList<>(clips.entrySet());
    bySize.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    int[] sizes = new int[Math.min(parts, clips.size())];
    Map<Subject, Integer> partOf = new HashMap<>();
    for (Map.Entry<Subject, Integer> entry : bySize) {
      int smallest = 0;
      for (int part = 1; part < sizes.length; part++) {
        smallest = sizes[part] < sizes[smallest] ? part : smallest;
      }
      sizes[smallest] += entry.getValue();
      partOf.put(entry.getKey(), smallest);
    }
    return subjects.stream().mapToInt(partOf::get).toArray();
  }
}
