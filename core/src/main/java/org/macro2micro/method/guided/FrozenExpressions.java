package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.VectorStore;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.Example;

/**
 * What the frozen macro network says of each macro clip whose class has a counterpart: its
 * embedding, and its classification loss among the macro classes. Computed once, in evaluation
 * mode, and kept outside native memory, beyond a bound on disk; it carries no gradient.
 */
final class FrozenExpressions {
  private final VectorStore embeddings = new VectorStore(VectorStore.MOST_BYTES);
  private final List<Float> losses = new ArrayList<>();
  private final SortedMap<Integer, List<Integer>> byClass = new TreeMap<>();
  private Shape shape = new Shape();

  private FrozenExpressions() {}

  /**
   * @param macroNet trained, and not changed
   */
  static FrozenExpressions of(LoadedNetwork<MicroNet> macroNet, MacroGuide guide) {
    FrozenExpressions all = new FrozenExpressions();
    MicroNet network = macroNet.network();
    ClipView view = network.view(1);
    for (Example example : guide.examples().examples()) {
      int label = guide.counterparts().get(example.label());
      if (label < 0) {
        continue;
      }
      try (NDManager step = macroNet.manager().newSubManager()) {
        ParameterStore store = new ParameterStore(step, false);
        var clip = guide.examples().pixels().of(example.id());
        NDArray image = view.arranged(view.of(step, List.of(clip))).get(0);
        NDArray embedding = network.express(store, network.maps(store, image, false), false);
        NDArray scores = network.classify(store, embedding, false);
        NDArray own = step.create(new long[] {example.label()});
        all.shape = embedding.getShape().slice(1);
        all.byClass.computeIfAbsent(label, any -> new ArrayList<>()).add(all.embeddings.size());
        all.embeddings.add(embedding.toFloatArray());
        all.losses.add(ClassificationLoss.of(scores, own).getFloat());
      }
    }
    return all;
  }

  /**
   * A macro clip of the same class for each micro clip, by its place here.
   *
   * @param labels classes of the micro clips
   * @return -1 where there is none
   */
  List<Integer> draw(List<Integer> labels, RandomGenerator random) {
    List<Integer> drawn = new ArrayList<>();
    for (int label : labels) {
      List<Integer> same = byClass.getOrDefault(label, List.of());
      drawn.add(same.isEmpty() ? -1 : same.get(random.nextInt(same.size())));
    }
    return drawn;
  }

  /** The embeddings of those drawn, [n,c,h,w]. */
  NDArray embeddings(NDManager manager, List<Integer> drawn) {
    float[] values = embeddings.of(drawn.stream().mapToInt(Integer::intValue).toArray());
    return manager.create(values, new Shape(drawn.size()).addAll(shape));
  }

  /** The losses of those drawn, [n]. */
  NDArray losses(NDManager manager, List<Integer> drawn) {
    float[] values = new float[drawn.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = losses.get(drawn.get(i));
    }
    return manager.create(values);
  }
}
