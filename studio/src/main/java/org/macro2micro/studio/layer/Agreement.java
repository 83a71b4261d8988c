package org.macro2micro.studio.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far two layers agree. Two intervals of one kind match if their intersection is at least half
 * of their union. Each interval counts once, as in the MEGC challenges.
 *
 * @param matched pairs
 * @param onlyA intervals of the first layer alone
 * @param onlyB intervals of the second layer alone
 * @param f1 2 matched / (all of the first + all of the second); 1 if both layers are empty
 * @param iouMean mean intersection over union of the pairs; null if nothing matched
 * @param labelKappa Cohen's kappa (Educational and Psychological Measurement, 1960) of the labels
 *     of the pairs in which both intervals have one; null if fewer than two pairs have them, or if
 *     all have the same label
 * @param text the same in a sentence
 */
public record Agreement(
    int matched,
    int onlyA,
    int onlyB,
    double f1,
    @Nullable Double iouMean,
    @Nullable Double labelKappa,
    String text) {
  private static final double LEAST_OVERLAP = .5;

  private record Pair(LayerInterval a, LayerInterval b, double overlap) {}

  /** Compares two layers of one film. */
  public static Agreement of(Intervals first, Intervals second) {
    List<Pair> pairs = matched(first, second);
    int matched = pairs.size();
    int all = first.all().size() + second.all().size();
    double f1 = all == 0 ? 1 : 2.0 * matched / all;
    Double iou =
        pairs.isEmpty() ? null : pairs.stream().mapToDouble(Pair::overlap).average().orElse(0);
    Double kappa = kappa(pairs);
    int onlyA = first.all().size() - matched;
    int onlyB = second.all().size() - matched;
    String text =
        String.format(
            Locale.ROOT,
            "%d match, %d only in the first, %d only in the second: F1 %.2f%s",
            matched,
            onlyA,
            onlyB,
            f1,
            kappa == null ? "" : String.format(Locale.ROOT, "; labels: kappa %.2f", kappa));
    return new Agreement(matched, onlyA, onlyB, f1, iou, kappa, text);
  }

  private static List<Pair> matched(Intervals first, Intervals second) {
    List<Pair> possible = new ArrayList<>();
    for (LayerInterval a : first.all()) {
      for (LayerInterval b : second.all()) {
        if (a.kind().equals(b.kind()) && a.overlap(b) >= LEAST_OVERLAP) {
          possible.add(new Pair(a, b, a.overlap(b)));
        }
      }
    }
    possible.sort(Comparator.comparingDouble(Pair::overlap).reversed());
    Set<String> usedA = new HashSet<>();
    Set<String> usedB = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : possible) {
      if (!usedA.contains(pair.a().id()) && !usedB.contains(pair.b().id())) {
        usedA.add(pair.a().id());
        usedB.add(pair.b().id());
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private static @Nullable Double kappa(List<Pair> pairs) {
    Map<String, Integer> ofA = new HashMap<>();
    Map<String, Integer> ofB = new HashMap<>();
    int count = 0;
    int same = 0;
    for (Pair pair : pairs) {
      String a = pair.a().label();
      String b = pair.b().label();
      if (a != null && b != null) {
        count++;
        same += a.equals(b) ? 1 : 0;
        ofA.merge(a, 1, Integer::sum);
        ofB.merge(b, 1, Integer::sum);
      }
    }
    double byChance = 0;
    for (Map.Entry<String, Integer> label : ofA.entrySet()) {
      byChance +=
          (double) label.getValue()
              * ofB.getOrDefault(label.getKey(), 0)
              / ((double) count * count);
    }
    return count < 2 || byChance >= 1 ? null : ((double) same / count - byChance) / (1 - byChance);
  }
}
