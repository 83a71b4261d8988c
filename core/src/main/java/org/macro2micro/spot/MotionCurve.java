package org.macro2micro.spot;

import org.macro2micro.preprocess.FollowedFaces;

/**
 * Measures movement while a video is read. It holds one or two numbers for each frame, and a few
 * frames.
 */
interface MotionCurve {
  /** Takes the next frame. */
  void add(FollowedFaces.Look look);

  /** Returns one value for each frame so far, NaN where nothing could be measured. */
  double[] values();
}
