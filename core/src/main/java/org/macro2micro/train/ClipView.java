package org.macro2micro.train;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreprocessSettings;

/** How a network takes clips: as one image of each, as several, as all frames. */
public interface ClipView {
  /**
   * The clips as arrays, with a clip along the first axis of each.
   *
   * @param clips at least one
   * @throws IllegalArgumentException if a clip is of another size than the others or the network
   */
  NDList of(NDManager manager, List<PreparedClip> clips);

  /** The same numbers with their axes as the network's inputs have them; nothing is copied. */
  default NDList arranged(NDList arrays) {
    return arrays;
  }

  /**
   * Refuses a clip that the network can't take.
   *
   * @param method named in the error
   * @throws IllegalArgumentException with the setting that must be another
   */
  default void require(String method, PreparedClip clip) {}

  /**
   * What the arrays hold, one by one, once they are arranged: what somebody must know who fills
   * them without this software. Empty if the view does not say; its network can't be exported then.
   *
   * @param settings how the clips are prepared
   */
  default List<InputArray> arrays(PreprocessSettings settings) {
    return List.of();
  }

  /** The shapes that a network is initialised with, for one clip. */
  Shape[] shapes();
}
