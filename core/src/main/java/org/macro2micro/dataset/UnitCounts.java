package org.macro2micro.dataset;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macro2micro.clip.Annotation;
import org.macro2micro.clip.UnitChoice;
import org.macro2micro.clip.UnitCode;
import org.macro2micro.clip.UnitCoding;

/**
 * The number of clips in which each action unit was seen. A clip counts once for a unit: as shown,
 * else as doubtful, else as an alternative.
 *
 * @param coded number of clips whose action units are known, all or in part
 * @param incomplete number of those of which a part could not be read
 * @param shown by FACS number, the clips that show the unit without doubt
 * @param doubtful by FACS number, the clips in which it has a question mark
 * @param alternatives by FACS number, the clips in which it is one of several of which the coder
 *     could not say which one moved
 */
public record UnitCounts(
    int coded,
    int incomplete,
    SortedMap<Integer, Integer> shown,
    SortedMap<Integer, Integer> doubtful,
    SortedMap<Integer, Integer> alternatives) {
  public UnitCounts {
    shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
    doubtful = Collections.unmodifiableSortedMap(new TreeMap<>(doubtful));
    alternatives = Collections.unmodifiableSortedMap(new TreeMap<>(alternatives));
  }

  /** Counts clips. */
  public static UnitCounts of(Collection<Annotation> clips) {
    int coded = 0;
    int incomplete = 0;
    SortedMap<Integer, Integer> shown = new TreeMap<>();
    SortedMap<Integer, Integer> doubtful = new TreeMap<>();
    SortedMap<Integer, Integer> alternatives = new TreeMap<>();
    for (Annotation clip : clips) {
      if (clip.units().isEmpty()) {
        continue;
      }
      UnitCoding units = clip.units().get();
      coded++;
      incomplete += units.complete() ? 0 : 1;
      SortedSet<Integer> unsure = doubtful(units);
      for (int unit : units.possible()) {
        (units.certain().contains(unit) ? shown : unsure.contains(unit) ? doubtful : alternatives)
            .merge(unit, 1, Integer::sum);
      }
    }
    return new UnitCounts(coded, incomplete, shown, doubtful, alternatives);
  }

  private static SortedSet<Integer> doubtful(UnitCoding units) {
    SortedSet<Integer> numbers = new TreeSet<>();
    for (UnitChoice choice : units.choices()) {
      choice.codes().stream()
          .filter(UnitCode::doubtful)
          .forEach(code -> numbers.add(code.number()));
    }
    return numbers;
  }

  /** All units that some clip shows or may show. */
  public SortedSet<Integer> numbers() {
    SortedSet<Integer> numbers = new TreeSet<>(shown.keySet());
    numbers.addAll(doubtful.keySet());
    numbers.addAll(alternatives.keySet());
    return numbers;
  }
}
