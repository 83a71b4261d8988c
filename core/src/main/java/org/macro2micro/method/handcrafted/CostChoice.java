package org.macro2micro.method.handcrafted;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.macro2micro.clip.Subject;

/**
 * Chooses C by the training clips alone: each inner part is predicted by what was learnt on the
 * others, the counts of all parts are pooled, and the C with the highest macro F1 is taken, of
 * several the smallest. With fewer than two subjects there is nothing to hold out: then the
 * smallest C is taken.
 */
final class CostChoice {
  private final SvmSettings settings;
  private final int classes;

  CostChoice(SvmSettings settings, int classes) {
    this.settings = settings;
    this.classes = classes;
  }

  /**
   * The C chosen.
   *
   * @param rows of the training clips
   * @param labels their classes
   * @param subjects their subjects
   */
  double of(double[][] rows, int[] labels, List<Subject> subjects) {
    return settings.c().size() == 1
        ? settings.c().get(0)
        : settings.c().get(LinearSvm.greatest(scores(rows, labels, subjects)));
  }

  /**
   * The macro F1 of each C over the pooled inner parts, in [0, 1]; all 0 with fewer than two
   * subjects.
   */
  double[] scores(double[][] rows, int[] labels, List<Subject> subjects) {
    int[] partOf = InnerFolds.of(subjects, settings.innerFolds());
    int parts = Arrays.stream(partOf).max().orElse(0) + 1;
    List<Double> costs = settings.c();
    if (parts < 2) {
      return new double[costs.size()];
    }
    int[][][] pooled = new int[costs.size()][classes][classes];
    // One part after the other: a part's lesson holds all of its clips anew.
    for (int part = 0; part < parts; part++) {
      int held = part;
      int[] others = clips(partOf, p -> p != held);
      int[] tested = clips(partOf, p -> p == held);
      LinearSvm.Lesson lesson =
          new LinearSvm.Lesson(
              Arrays.stream(others).mapToObj(n -> rows[n]).toArray(double[][]::new),
              Arrays.stream(others).map(n -> labels[n]).toArray(),
              classes);
      List<int[]> named =
          InOrder.map(
              costs,
              c -> {
                LinearSvm svm = lesson.learn(c, settings.classWeights());
                return Arrays.stream(tested)
                    .map(n -> LinearSvm.greatest(svm.decisions(rows[n])))
                    .toArray();
              });
      for (int c = 0; c < costs.size(); c++) {
        for (int i = 0; i < tested.length; i++) {
          pooled[c][labels[tested[i]]][named.get(c)[i]]++;
        }
      }
    }
    return Arrays.stream(pooled).mapToDouble(CostChoice::macroF1).toArray();
  }

  private static int[] clips(int[] partOf, IntPredicate wanted) {
    return IntStream.range(0, partOf.length).filter(n -> wanted.test(partOf[n])).toArray();
  }

  /**
   * Mean of 2TP/(2TP+FP+FN) over the classes that occur.
   *
   * @param counts K rows (truth) of K columns (prediction)
   */
  static double macroF1(int[][] counts) {
    double sum = 0;
    int occurring = 0;
    for (int k = 0; k < counts.length; k++) {
      int truth = Arrays.stream(counts[k]).sum();
      int called = 0;
      for (int[] row : counts) {
        called += row[k];
      }
      if (truth > 0) {
        sum += 2. * counts[k][k] / (truth + called);
        occurring++;
      }
    }
    return occurring == 0 ? 0 : sum / occurring;
  }
}
