package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.NativeArrays;
import org.macro2micro.preprocess.FlowImage;
import org.macro2micro.preprocess.PreparedClip;

/**
 * Patches of the "shape" that {@link MagNet} gives of a clip's apex, magnified: each of its 32 maps
 * stretched to [0, 1], and their mean. Frames are scaled to {@value #SIDE} pixels, so that the
 * picture has half as many.
 *
 * <p>All factors of a clip are computed when the first is asked for, and kept as long as the clip
 * itself is held in memory: the encoder, which is most of the work, knows no factor.
 */
final class LearntSequences implements PatchSequences {
  /** Height and width of what MagNet sees. */
  private static final int SIDE = 256;

  private static final int[] MAPS = {1};
  private static final int[] VALUES = {2};

  /** What a map that is the same everywhere is divided by. */
  private static final float LEAST_RANGE = 1e-12f;

  private final MagNetWeights weights;
  private final List<Double> factors;
  private final Map<PreparedClip, Map<Double, float[]>> known = new WeakHashMap<>();

  /**
   * @param factors all that will be asked for
   */
  LearntSequences(MagNetWeights weights, List<Double> factors) {
    this.weights = weights;
    this.factors = List.copyOf(new TreeSet<>(factors));
  }

  @Override
  public synchronized float[] of(PreparedClip clip, double factor) {
    float[] sequence = known.computeIfAbsent(clip, this::sequences).get(factor);
    if (sequence == null) {
      throw new IllegalArgumentException("factor %s is not among %s".formatted(factor, factors));
    }
    return sequence;
  }

  private Map<Double, float[]> sequences(PreparedClip clip) {
    Map<Double, float[]> byFactor = new HashMap<>();
    int side = SIDE / 2;
    float[] planes = planes(clip);
    for (int i = 0; i < factors.size(); i++) {
      float[] plane = Arrays.copyOfRange(planes, i * side * side, (i + 1) * side * side);
      byFactor.put(factors.get(i), FacePatches.sequence(clip, plane, side));
    }
    return byFactor;
  }

  /** One picture a factor, one after the other. */
  private float[] planes(PreparedClip clip) {
    try (LoadedNetwork<MagNet> loaded = weights.load();
        NDManager step = loaded.manager().newSubManager()) {
      ParameterStore store = new ParameterStore(step, false);
      NDArray all =
          NativeArrays.written(
              step,
              new Shape(factors.size(), 1, 1, 1),
              values -> factors.forEach(factor -> values.put(factor.floatValue())));
      NDList inputs = new NDList(frame(step, clip, 0), frame(step, clip, clip.apex()), all);
      return picture(loaded.network().forward(store, inputs, false).singletonOrThrow())
          .toFloatArray();
    }
  }

  /** Maps, each stretched to [0, 1], and their mean: [f,m,h,w] -&gt; [f,h,w]. */
  static NDArray picture(NDArray maps) {
    Shape shape = maps.getShape();
    NDArray flat = maps.reshape(shape.get(0), shape.get(1), -1);
    NDArray least = flat.min(VALUES, true);
    NDArray range = flat.max(VALUES, true).sub(least);
    NDArray mean =
        flat.sub(least).div(range.maximum(range.getManager().create(LEAST_RANGE))).mean(MAPS);
    return mean.reshape(shape.get(0), shape.get(2), shape.get(3));
  }

  /** A frame in [-1, 1]: [1,3,h,w]. */
  static NDArray frame(NDManager manager, PreparedClip clip, int frame) {
    return NativeArrays.written(
        manager,
        new Shape(1, PreparedClip.CHANNELS, SIDE, SIDE),
        values -> put(values, clip, frame));
  }

  private static void put(FloatBuffer values, PreparedClip clip, int frame) {
    int plane = clip.height() * clip.width();
    for (int channel = 0; channel < PreparedClip.CHANNELS; channel++) {
      int from = frame * clip.frameLength() + channel * plane;
      float[] own = Arrays.copyOfRange(clip.pixels(), from, from + plane);
      for (float value : FlowImage.scaled(own, clip.width(), SIDE)) {
        values.put(2 * value - 1);
      }
    }
  }
}
