package org.macro2micro.method.graph;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.macro2micro.clip.UnitCoding;

/**
 * The action units of some clips and which of them occur together: a node each, and an edge between
 * two that one clip shows both of. Only units that are certain count.
 *
 * @param units their numbers, rising
 * @param edges K*K values, row by row: 1 where two units are joined, 0 elsewhere and on the
 *     diagonal
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record UnitGraph(List<Integer> units, float[] edges) {
  UnitGraph {
    units = List.copyOf(units);
  }

  /** The graph of what was coded. */
  static UnitGraph of(Collection<UnitCoding> codings) {
    SortedSet<Integer> seen = new TreeSet<>();
    codings.forEach(coding -> seen.addAll(coding.certain()));
    List<Integer> units = List.copyOf(seen);
    int count = units.size();
    float[] edges = new float[count * count];
    for (UnitCoding coding : codings) {
      for (int one : coding.certain()) {
        for (int other : coding.certain()) {
          if (one != other) {
            edges[units.indexOf(one) * count + units.indexOf(other)] = 1;
          }
        }
      }
    }
    return new UnitGraph(units, edges);
  }

  /**
   * The adjacency as graph convolutions take it: D^-1/2 (A + I) D^-1/2, where D has the row sums of
   * A + I on its diagonal. K*K values.
   */
  float[] normalised() {
    int count = units.size();
    double[] degree = new double[count];
    for (int i = 0; i < count; i++) {
      degree[i] = 1;
      for (int j = 0; j < count; j++) {
        degree[i] += edges[i * count + j];
      }
    }
    float[] normalised = new float[edges.length];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double edge = i == j ? 1 : edges[i * count + j];
        normalised[i * count + j] = (float) (edge / Math.sqrt(degree[i] * degree[j]));
      }
    }
    return normalised;
  }
}
