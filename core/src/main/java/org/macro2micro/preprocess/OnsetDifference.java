package org.macro2micro.preprocess;

/**
 * What changed since the onset: each frame less the onset frame, so that who is seen matters less
 * than what moves. Not in the paper, whose trunks take the frames themselves.
 */
final class OnsetDifference {
  private OnsetDifference() {}

  /**
   * @param frames frames one after the other, each as long as {@code onset}, values about 0..255
   * @param onset the onset frame, 0..255
   * @param gain factor, above 0
   * @return gain * (frame - onset) / 255, cut to [-1, 1]
   */
  static float[] of(double[] frames, float[] onset, double gain) {
    float[] difference = new float[frames.length];
    for (int i = 0; i < difference.length; i++) {
      double value = gain * (frames[i] - onset[i % onset.length]) / 255;
      difference[i] = (float) Math.max(-1, Math.min(1, value));
    }
    return difference;
  }
}
