package org.macro2micro.experiment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.train.Phase;

/**
 * What one epoch of training looked like.
 *
 * @param work what was trained, such as "macro" or "fold casme2/sub01 row c+s+sam+t+con"
 * @param phase the phase of training within that work
 * @param epoch its number within the phase, not negative
 * @param losses mean loss by term ("c", "s", "sam", "t", "con", "total"), unweighted but for the
 *     total; a value may be infinite or not a number where training went astray
 * @param gradientNorms mean norm of each term's weighted gradient, by the same names
 */
public record CurvePoint(
    String work,
    Phase phase,
    int epoch,
    SortedMap<String, Double> losses,
    SortedMap<String, Double> gradientNorms) {
  public CurvePoint {
    if (epoch < 0) {
      throw new IllegalArgumentException(
          "curve of %s, %s: epoch %d; expected 0 or more".formatted(work, phase.word(), epoch));
    }
    losses = Collections.unmodifiableSortedMap(new TreeMap<>(losses));
    gradientNorms = Collections.unmodifiableSortedMap(new TreeMap<>(gradientNorms));
  }
}
