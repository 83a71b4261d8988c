package org.macro2micro.spot;

import org.jspecify.annotations.Nullable;
import org.macro2micro.preprocess.FollowedFaces;

/** Mean absolute difference of each frame of the face to the one before, in grey levels. */
final class DifferenceCurve implements MotionCurve {
  private final FrameValues values = new FrameValues();
  private float @Nullable [] before;

  @Override
  public void add(FollowedFaces.Look look) {
    values.add();
    float[] last = before;
    before = look.isVisible() ? look.pixels() : null;
    if (last == null || !look.isVisible() || look.begins()) {
      return;
    }
    double sum = 0;
    for (int i = 0; i < last.length; i++) {
      sum += Math.abs(look.pixels()[i] - last[i]);
    }
    values.set(values.size() - 1, sum / last.length);
  }

  @Override
  public double[] values() {
    return values.toArray();
  }
}
