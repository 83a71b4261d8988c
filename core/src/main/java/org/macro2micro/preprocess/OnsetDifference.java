package org.macro2micro.preprocess;

/**
 * Computes what changed since the onset: each frame minus the onset frame, so that the movement
 * counts for more than the person. Not in the paper, whose trunks take the frames themselves.
 */
final class OnsetDifference {
  private static final double RMS = .1;

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

  /**
   * The same, scaled so that its root mean square over all frames is a tenth of the gain; a clip in
   * which nothing changes stays 0.
   *
   * @return cut to [-1, 1]
   */
  static float[] normalised(double[] frames, float[] onset, double gain) {
    double squares = 0;
    for (int i = 0; i < frames.length; i++) {
      double change = frames[i] - onset[i % onset.length];
      squares += change * change;
    }
    double size = Math.sqrt(squares / frames.length);
    return size == 0 ? new float[frames.length] : of(frames, onset, gain * RMS * 255 / size);
  }
}
