package org.macro2micro.method.proposed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.train.Batches;
import org.macro2micro.train.Example;

/**
 * The macro clips that take part in phase 3.
 *
 * @param labels the class of each in the micro task's counting; -1 for none
 * @param positions where each stands among the guide's macro clips
 */
record GuidingClips(List<Integer> labels, List<Integer> positions) {
  /**
   * @param keepUnmatched whether clips without a counterpart take part
   * @throws IllegalArgumentException if no clip takes part
   */
  static GuidingClips of(MacroGuide guide, boolean keepUnmatched) {
    List<Integer> labels = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    List<Example> examples = guide.examples().examples();
    for (int position = 0; position < examples.size(); position++) {
      int label = guide.counterparts().get(examples.get(position).label());
      if (label >= 0 || keepUnmatched) {
        labels.add(label);
        positions.add(position);
      }
    }
    if (labels.isEmpty()) {
      throw new IllegalArgumentException(
          "transfer: none of %d macro clips takes part; their labels %s have no counterpart in the micro task"
              .formatted(examples.size(), guide.examples().labels()));
    }
    return new GuidingClips(labels, positions);
  }

  /** Draws the macro clips of one step. */
  int[] draw(TransferSettings.MacroDraw draw, int size, RandomGenerator random) {
    if (draw == TransferSettings.MacroDraw.UNIFORM) {
      return Batches.sample(labels.size(), size, random);
    }
    List<List<Integer>> classes = List.copyOf(byLabel().values());
    int[] drawn = new int[size];
    for (int i = 0; i < size; i++) {
      List<Integer> own = classes.get(random.nextInt(classes.size()));
      drawn[i] = own.get(random.nextInt(own.size()));
    }
    return drawn;
  }

  private SortedMap<Integer, List<Integer>> byLabel() {
    SortedMap<Integer, List<Integer>> byLabel = new TreeMap<>();
    for (int i = 0; i < labels.size(); i++) {
      byLabel.computeIfAbsent(labels.get(i), label -> new ArrayList<>()).add(i);
    }
    return byLabel;
  }

  /** The classes of those drawn, int64 [n]; -1 for none. */
  NDArray labels(NDManager manager, int[] drawn) {
    long[] chosen = new long[drawn.length];
    for (int i = 0; i < drawn.length; i++) {
      chosen[i] = labels.get(drawn[i]);
    }
    return manager.create(chosen);
  }
}
