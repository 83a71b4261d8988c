package org.macro2micro.method.proposed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.train.Batch;

/**
 * No map of any macro clip: for the row whose L_con is over micro clips alone. Macro clips are
 * drawn as for other rows and put aside, so that the offsets of the sampling intervals, which are
 * drawn after them, are the same as theirs.
 *
 * @param clips which macro clips other rows draw from; none if the row knows no macro database
 */
record NoMaps(GuidingClips clips) implements MacroMaps {
  /** For a row that knows no macro database; nothing is drawn before its offsets. */
  static NoMaps ofNobody() {
    return new NoMaps(new GuidingClips(List.of(), List.of()));
  }

  @Override
  public int[] draw(TransferSettings.MacroDraw draw, int size, RandomGenerator random) {
    if (!clips.labels().isEmpty()) {
      clips.draw(draw, size, random);
    }
    return new int[0];
  }

  @Override
  public StreamFeatures of(Batch batch, int[] drawn, StreamFeatures micro) {
    return new StreamFeatures(
        none(batch.manager(), micro.apexMap()), none(batch.manager(), micro.frameMaps()));
  }

  private static NDArray none(NDManager manager, NDArray like) {
    Shape shape = new Shape(0).addAll(like.getShape().slice(1));
    return manager.zeros(shape, DataType.FLOAT32);
  }
}
