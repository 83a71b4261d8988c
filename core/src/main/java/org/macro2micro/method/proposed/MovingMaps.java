package org.macro2micro.method.proposed;

import ai.djl.nn.Block;
import java.util.List;
import java.util.stream.IntStream;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.train.Batch;

/**
 * The maps of a MaNet that is updated along with MiNet ({@code transfer.train-macro}), computed
 * anew in each step, with gradient. Its classifier is not trained on: Eq. 8 has no term for it.
 *
 * @param clips which macro clips take part
 * @param macro all macro clips
 * @param maNet after phase 1; trained on in place, and closed with this
 * @param batchStatistics whether its normalisation uses those of the batch
 */
record MovingMaps(
    GuidingClips clips,
    TrainingClips macro,
    LoadedNetwork<TwoStreamNetwork> maNet,
    boolean batchStatistics)
    implements MacroMaps {
  @Override
  public StreamFeatures of(Batch batch, int[] drawn, StreamFeatures micro) {
    List<Integer> positions = IntStream.of(drawn).mapToObj(clips.positions()::get).toList();
    Batch own =
        new Batch(batch.manager(), positions, batch.seed().child("macro clips"), batch.progress());
    TwoStreamNetwork network = maNet.network();
    return network.features(network.view().of(batch.manager(), macro.clips(own)), batchStatistics);
  }

  @Override
  public List<Block> trained() {
    return List.of(maNet.network());
  }

  @Override
  public void close() {
    maNet.close();
  }
}
