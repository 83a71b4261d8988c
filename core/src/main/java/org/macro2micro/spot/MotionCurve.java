package org.macro2micro.spot;

import org.macro2micro.preprocess.FollowedFaces;

/** Measures movement while a video goes by; holds one or two numbers a frame and a few frames. */
interface MotionCurve {
  /** The next frame. */
  void add(FollowedFaces.Look look);

  /** One value a frame so far; NaN where nothing could be measured. */
  double[] values();
}
