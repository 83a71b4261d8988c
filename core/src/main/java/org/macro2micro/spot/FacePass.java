package org.macro2micro.spot;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.macro2micro.base.Progress;
import org.macro2micro.preprocess.FollowedFaces;

/**
 * One pass over a video, which several curves may watch.
 *
 * @param times of the frames that were looked at
 * @param watched the face, and what is to be known of it
 */
record FacePass(FrameTimes times, Watched watched) {
  /** Goes on to the end of the video, or until it is cancelled or the thread is interrupted. */
  static FacePass of(
      FollowedFaces faces,
      List<? extends MotionCurve> curves,
      Progress progress,
      BooleanSupplier isCancelled)
      throws IOException {
    FrameValues seconds = new FrameValues();
    // The interruption stays set, so that the caller sees it too.
    while (!isCancelled.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      Optional<FollowedFaces.Look> look = faces.next();
      if (look.isEmpty()) {
        break;
      }
      curves.forEach(curve -> curve.add(look.get()));
      seconds.add();
      seconds.set(seconds.size() - 1, look.get().seconds());
      progress.at(seconds.size(), faces.expectedFrames());
    }
    FrameTimes times = new FrameTimes(seconds.toArray(), faces.framesPerSecond());
    return new FacePass(times, Watched.of(faces.track(), faces.notes(), times));
  }
}
