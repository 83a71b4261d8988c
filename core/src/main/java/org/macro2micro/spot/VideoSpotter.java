package org.macro2micro.spot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.macro2micro.base.Progress;

/** Finds brief movements of a face in a long video, in one pass. */
public interface VideoSpotter {
  /**
   * Spots in a video.
   *
   * @param isCancelled asked before each frame, as is whether the thread is interrupted; what was
   *     found up to then is returned
   * @throws IOException if the video or the face detector can't be read; the message names the file
   */
  Spotting spot(Path video, Progress progress, BooleanSupplier isCancelled) throws IOException;

  /**
   * Spots in image files.
   *
   * @param images in time order, all of one size
   * @param framesPerSecond above 0 and finite
   */
  Spotting spot(
      List<Path> images, double framesPerSecond, Progress progress, BooleanSupplier isCancelled)
      throws IOException;
}
