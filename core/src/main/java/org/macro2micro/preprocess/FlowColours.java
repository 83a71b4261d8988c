package org.macro2micro.preprocess;

/**
 * Flow as a coloured picture: the hue says where a pixel moves, the value how far, from black for
 * the least to full for the most of a picture. OpenCV's examples and EMR (FG 2019) make it so;
 * EMR's code leaves the range of bytes on the way, and here all numbers stay from 0 to 1.
 */
public final class FlowColours {
  private FlowColours() {}

  /**
   * The picture of a flow.
   *
   * @param u horizontal motion, row by row
   * @param v vertical motion
   * @param saturation of each pixel, in [0, 1]
   * @return red, green and blue plane, in [0, 1]; black where all pixels move equally far
   */
  public static float[] of(float[] u, float[] v, float[] saturation) {
    int pixels = u.length;
    float[] value = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      value[i] = (float) Math.hypot(u[i], v[i]);
    }
    FlowImage.stretch(value, 0);
    float[] picture = new float[3 * pixels];
    for (int i = 0; i < pixels; i++) {
      double sixth = hue(u[i], v[i]) / 30;
      for (int channel = 0; channel < 3; channel++) {
        // Red, green and blue are at full 0, 2 and 4 sixths of the circle.
        double apart = Math.abs(sixth - 2 * channel);
        double missing = Math.max(0, Math.min(1, Math.min(apart, 6 - apart) - 1));
        picture[channel * pixels + i] = (float) (value[i] * (1 - saturation[i] * missing));
      }
    }
    return picture;
  }

  /** The direction of a motion as OpenCV counts hues, half a degree a step: [0, 180). */
  static double hue(double u, double v) {
    double degrees = Math.toDegrees(Math.atan2(v, u));
    return (degrees < 0 ? degrees + 360 : degrees) / 2 % 180;
  }

  /**
   * The saturation of a picture's pixels.
   *
   * @param frame red, green and blue plane one after the other, from {@code start} on
   * @param pixels of one plane
   * @return in [0, 1]; 0 for black
   */
  public static float[] saturation(float[] frame, int start, int pixels) {
    float[] saturation = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      float red = frame[start + i];
      float green = frame[start + pixels + i];
      float blue = frame[start + 2 * pixels + i];
      float most = Math.max(red, Math.max(green, blue));
      float least = Math.min(red, Math.min(green, blue));
      saturation[i] = most > 0 ? (most - least) / most : 0;
    }
    return saturation;
  }
}
