package org.macro2micro.preprocess;

import java.util.SortedSet;
import org.macro2micro.clip.Frames;

/** Where a clip's pictures come from: its files, or memory. */
interface PictureSource {
  /**
   * Some of a clip's frames, in the order of positions.
   *
   * @param positions within the frames
   */
  void decode(Frames frames, SortedSet<Integer> positions, FrameDecoder.Sink sink)
      throws PreparationException;
}
