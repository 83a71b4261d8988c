package org.macro2micro.dataset;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.Annotation;
import org.macro2micro.clip.UnitCoding;

/**
 * The number of clips in which each action unit was seen.
 *
 * @param coded number of clips whose action units are known, all or in part
 * @param incomplete number of those of which a part could not be read
 * @param shown by FACS number, the clips that show the unit without doubt
 * @param perhaps by FACS number, the clips that show it perhaps: it has a question mark or is one
 *     of several alternatives
 */
public record UnitCounts(
    int coded,
    int incomplete,
    SortedMap<Integer, Integer> shown,
    SortedMap<Integer, Integer> perhaps) {
  public UnitCounts {
    shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
    perhaps = Collections.unmodifiableSortedMap(new TreeMap<>(perhaps));
  }

  /** Counts clips. */
  public static UnitCounts of(Collection<Annotation> clips) {
    int coded = 0;
    int incomplete = 0;
    SortedMap<Integer, Integer> shown = new TreeMap<>();
    SortedMap<Integer, Integer> perhaps = new TreeMap<>();
    for (Annotation clip : clips) {
      if (clip.units().isEmpty()) {
        continue;
      }
      UnitCoding units = clip.units().get();
      coded++;
      incomplete += units.complete() ? 0 : 1;
      for (int unit : units.possible()) {
        (units.certain().contains(unit) ? shown : perhaps).merge(unit, 1, Integer::sum);
      }
    }
    return new UnitCounts(coded, incomplete, shown, perhaps);
  }
}
