package org.macro2micro.method.proposed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.VectorStore;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.train.Batch;

/**
 * The maps of the frozen MaNet for each macro clip, computed once in evaluation mode. Kept outside
 * native memory, beyond a bound on disk, and put into a step's tensors batch by batch; they carry
 * no gradient.
 */
final class FrozenMaps implements MacroMaps {
  private final GuidingClips clips;
  private final VectorStore apexMaps = new VectorStore(VectorStore.MOST_BYTES / 4);
  private final VectorStore frameMaps = new VectorStore(VectorStore.MOST_BYTES);
  private Shape apexShape = new Shape();
  private Shape frameShape = new Shape();

  private FrozenMaps(GuidingClips clips) {
    this.clips = clips;
  }

  /**
   * @param maNet trained
   * @param macro the macro clips, not augmented
   * @param clips which of them take part
   */
  static FrozenMaps of(
      LoadedNetwork<TwoStreamNetwork> maNet, LabelledExamples macro, GuidingClips clips) {
    FrozenMaps features = new FrozenMaps(clips);
    TwoStreamNetwork network = maNet.network();
    for (int position : clips.positions()) {
      try (NDManager step = maNet.manager().newSubManager()) {
        var clip = macro.pixels().of(macro.examples().get(position).id());
        StreamFeatures maps = network.features(network.view().of(step, List.of(clip)), false);
        features.apexShape = maps.apexMap().getShape().slice(1);
        features.frameShape = maps.frameMaps().getShape().slice(1);
        features.apexMaps.add(maps.apexMap().toFloatArray());
        features.frameMaps.add(maps.frameMaps().toFloatArray());
      }
    }
    return features;
  }

  @Override
  public GuidingClips clips() {
    return clips;
  }

  @Override
  public StreamFeatures of(Batch batch, int[] drawn, StreamFeatures micro) {
    return new StreamFeatures(
        stack(batch.manager(), apexMaps, apexShape, drawn),
        stack(batch.manager(), frameMaps, frameShape, drawn));
  }

  private static NDArray stack(NDManager manager, VectorStore maps, Shape shape, int[] drawn) {
    return manager.create(maps.of(drawn), new Shape(drawn.length).addAll(shape));
  }
}
