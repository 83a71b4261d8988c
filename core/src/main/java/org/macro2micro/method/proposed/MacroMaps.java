package org.macro2micro.method.proposed;

import ai.djl.nn.Block;
import java.util.List;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.train.Batch;

/** The source of MaNet's maps of macro clips in phase 3. */
interface MacroMaps extends AutoCloseable {
  /** The clips that there are maps of. */
  GuidingClips clips();

  /**
   * The maps of a step's macro clips: [n,c,h,w] and [n,T,c,h,w].
   *
   * @param drawn by {@link GuidingClips#draw}
   */
  StreamFeatures of(Batch batch, int[] drawn);

  /** Returns what is trained along with MiNet, which is nothing if MaNet is frozen. */
  default List<Block> trained() {
    return List.of();
  }

  @Override
  default void close() {}
}
