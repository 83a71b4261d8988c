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
    int[] part = InnerFolds.of(subjects, settings.innerFolds());
    int parts = Arrays.stream(part).max().orElse(0) + 1;
    List<Double> costs = settings.c();
    if (parts < 2) {
      return new double[costs.size()];
    }
    List<LinearSvm.Lesson> lessons =
        InOrder.map(
            IntStream.range(0, parts).boxed().toList(),
            held -> {
              int[] others = clips(part, p -> p != held);
              return new LinearSvm.Lesson(
                  Arrays.stream(others).mapToObj(n -> rows[n]).toArray(double[][]::new),
                  Arrays.stream(others).map(n -> labels[n]).toArray(),
                  classes);
            });
    List<Integer> tasks = IntStream.range(0, parts * costs.size()).boxed().toList();
    List<int[]> predicted =
        InOrder.map(
            tasks,
            task -> {
              LinearSvm svm =
                  lessons.get(task % parts).learn(costs.get(task / parts), settings.classWeights());
              return Arrays.stream(clips(part, p -> p == task % parts))
                  .map(n -> LinearSvm.greatest(svm.decisions(rows[n])))
                  .toArray();
            });
    double[] scores = new double[costs.size()];
    for (int c = 0; c < costs.size(); c++) {
      int[][] pooled = new int[classes][classes];
      for (int held = 0; held < parts; held++) {
        int at = held;
        int[] clips = clips(part, p -> p == at);
        for (int i = 0; i < clips.length; i++) {
          pooled[labels[clips[i]]][predicted.get(c * parts + held)[i]]++;
        }
      }
      scores[c] = macroF1(pooled);
    }
    return scores;
  }

  private static int[] clips(int[] part, IntPredicate wanted) {
    return IntStream.range(0, part.length).filter(n -> wanted.test(part[n])).toArray();
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
