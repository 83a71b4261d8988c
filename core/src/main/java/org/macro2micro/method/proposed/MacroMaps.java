package org.macro2micro.method.proposed;

import ai.djl.nn.Block;
import java.util.List;
import java.util.random.RandomGenerator;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.train.Batch;

/** The source of MaNet's maps of macro clips in phase 3. */
interface MacroMaps extends AutoCloseable {
  /** The clips that there are maps of. */
  GuidingClips clips();

  /** Draws the macro clips of one step, as {@link GuidingClips#draw}. */
  default int[] draw(TransferSettings.MacroDraw draw, int size, RandomGenerator random) {
    return clips().draw(draw, size, random);
  }

  /**
   * The maps of a step's macro clips: [m,c,h,w] and [m,T,c,h,w].
   *
   * @param drawn by {@link #draw}, m of them
   * @param micro the maps of the step's micro clips, which have the same c, T, h and w
   */
  StreamFeatures of(Batch batch, int[] drawn, StreamFeatures micro);

  /** Returns what is trained along with MiNet, which is nothing if MaNet is frozen. */
  default List<Block> trained() {
    return List.of();
  }

  @Override
  default void close() {}
}
