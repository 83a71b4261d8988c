package org.macro2micro.method.proposed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.train.Batches;
import org.macro2micro.train.ClipBatch;
import org.macro2micro.train.Example;

/**
 * The maps of the frozen MaNet for each macro clip, computed once in evaluation mode. Kept outside
 * native memory and put into a step's tensors batch by batch.
 */
final class MacroFeatures {
  private final List<float[]> apexMaps = new ArrayList<>();
  private final List<float[]> frameMaps = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private Shape apexShape = new Shape();
  private Shape frameShape = new Shape();

  private MacroFeatures() {}

  /**
   * @param maNet trained
   * @param macro the macro clips, not augmented
   * @param counterparts the micro class of each macro class, or -1
   * @param keepUnmatched whether clips without a counterpart take part
   */
  static MacroFeatures of(
      LoadedNetwork<TwoStreamNetwork> maNet,
      LabelledExamples macro,
      List<Integer> counterparts,
      boolean keepUnmatched) {
    MacroFeatures features = new MacroFeatures();
    for (Example example : macro.examples()) {
      int label = counterparts.get(example.label());
      if (label < 0 && !keepUnmatched) {
        continue;
      }
      try (NDManager step = maNet.manager().newSubManager()) {
        ClipBatch clip = ClipBatch.of(step, List.of(macro.pixels().of(example.id())));
        StreamFeatures maps = maNet.network().features(clip.apex(), clip.frames(), false);
        features.apexShape = maps.apexMap().getShape().slice(1);
        features.frameShape = maps.frameMaps().getShape().slice(1);
        features.apexMaps.add(maps.apexMap().toFloatArray());
        features.frameMaps.add(maps.frameMaps().toFloatArray());
        features.labels.add(label);
      }
    }
    if (features.labels.isEmpty()) {
      throw new IllegalArgumentException(
          "transfer: none of %d macro clips takes part; their labels %s have no counterpart in the micro task"
              .formatted(macro.examples().size(), macro.labels()));
    }
    return features;
  }

  int count() {
    return labels.size();
  }

  /** Positions of clips for one step. */
  int[] draw(MacroToMicroSettings.MacroDraw draw, int size, RandomGenerator random) {
    if (draw == MacroToMicroSettings.MacroDraw.UNIFORM) {
      return Batches.sample(count(), size, random);
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

  /** The maps of these clips: [n,c,h,w] and [n,T,c,h,w], without gradient. */
  StreamFeatures batch(NDManager manager, int[] positions) {
    return new StreamFeatures(
        stack(manager, apexMaps, apexShape, positions),
        stack(manager, frameMaps, frameShape, positions));
  }

  /** The classes of these clips in the micro task's counting, int64 [n]; -1 for none. */
  NDArray labels(NDManager manager, int[] positions) {
    long[] chosen = new long[positions.length];
    for (int i = 0; i < positions.length; i++) {
      chosen[i] = labels.get(positions[i]);
    }
    return manager.create(chosen);
  }

  private static NDArray stack(
      NDManager manager, List<float[]> maps, Shape shape, int[] positions) {
    int length = Math.toIntExact(shape.size());
    float[] values = new float[positions.length * length];
    for (int i = 0; i < positions.length; i++) {
      System.arraycopy(maps.get(positions[i]), 0, values, i * length, length);
    }
    return manager.create(values, new Shape(positions.length).addAll(shape));
  }
}
