package org.macro2micro.spot;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.macro2micro.base.Progress;
import org.macro2micro.preprocess.FollowedFaces;

/** One pass over a video, which several curves may watch. */
record FacePass(FollowedFaces faces) {
  /** Goes on to the end of the video, or until it is cancelled or the thread is interrupted. */
  void run(List<MotionCurve> curves, Progress progress, BooleanSupplier isCancelled)
      throws IOException {
    int done = 0;
    // The interruption stays set, so that the caller sees it too.
    while (!isCancelled.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      Optional<FollowedFaces.Look> look = faces.next();
      if (look.isEmpty()) {
        return;
      }
      curves.forEach(curve -> curve.add(look.get()));
      progress.at(++done, faces.expectedFrames());
    }
  }
}
