package org.macro2micro.spot;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.macro2micro.base.Progress;

/** Finds brief movements of a face in a long video, in one pass. */
public interface VideoSpotter {
  /**
   * Spots in a video or in image files.
   *
   * @param isCancelled asked before each frame, as is whether the thread is interrupted; what was
   *     found up to then is returned
   * @throws IOException if the video or the face detector can't be read; the message names the file
   */
  Spotting spot(Footage footage, Progress progress, BooleanSupplier isCancelled) throws IOException;
}
