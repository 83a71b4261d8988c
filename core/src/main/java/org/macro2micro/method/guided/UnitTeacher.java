package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.nn.FrozenParameters;
import org.macro2micro.nn.GlobalAveragePool;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.ResNet18;

/**
 * The teacher of {@link Dynamic}: ResNet18, mean, linear; [n,3,side,side] -&gt; a score for each
 * action unit before the sigmoid, [n,K].
 */
final class UnitTeacher extends AbstractBlock {
  private static final int STAGES = 4;

  private final int units;
  private final ResNet18 trunk;
  private final Linear last;

  /**
   * @param units K, at least 1
   * @param width of ResNet18
   */
  UnitTeacher(int units, int width) {
    this.units = units;
    trunk = addChildBlock("trunk", new ResNet18(width));
    last = addChildBlock("fc", Layers.linear(units));
  }

  /**
   * The units that most clips show without doubt, of equally frequent ones the lower numbers.
   *
   * @param most how many at most
   * @return numbers, rising
   */
  static List<Integer> frequent(Collection<UnitCoding> codings, int most) {
    Map<Integer, Integer> clips = new TreeMap<>();
    codings.forEach(coding -> coding.certain().forEach(unit -> clips.merge(unit, 1, Integer::sum)));
    return clips.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * What a student is shown: the mean of a map, [n,c]. In evaluation mode, and without a gradient
   * for anything in here.
   *
   * @param images [n,3,side,side]
   */
  NDArray hint(NDManager manager, NDArray images, Dynamic.Hint of) {
    NDArray maps = trunk.maps(new FrozenParameters(manager), images, false, of.stages());
    return GlobalAveragePool.of(maps);
  }

  /** How many numbers a hint has. */
  int channels(Dynamic.Hint of) {
    return trunk.channels(of.stages());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray maps = trunk.forward(store, inputs, training).singletonOrThrow();
    return last.forward(store, new NDList(GlobalAveragePool.of(maps)), training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    trunk.initialize(manager, type, inputShapes);
    last.initialize(manager, type, new Shape(1, trunk.channels(STAGES)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), units)};
  }
}
