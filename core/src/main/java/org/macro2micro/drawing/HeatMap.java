package org.macro2micro.drawing;

import java.util.Arrays;
import java.util.Locale;

/**
 * Numbers about places of a face, as colour over the face: dark violet, red, orange, pale yellow
 * (the course of matplotlib's "inferno", whose lightness only ever rises), the less transparent the
 * larger.
 *
 * @param picture the face in grey with the colours on it
 * @param most the value of the last colour, in the unit of the values; larger ones have it too
 */
public record HeatMap(PngImage picture, double most) {
  private static final int[] STOPS = {0x1b0c41, 0x781c6d, 0xcf4446, 0xfb9b06, 0xfcffa4};
  private static final double[] OPACITY = {0, .55, .7, .8, .9};

  /**
   * The values of a still face are noise; a scale that ended below this would make it look as if it
   * moved.
   */
  static final double LEAST_SCALE = .25;

  /** A few extreme values, for example at the border, do not set the scale. */
  private static final double QUANTILE = .995;

  /**
   * Returns a picture of where a face moved.
   *
   * @param size pixels of the square
   * @param face red, green and blue planes of size*size values in [0, 1]
   * @param values size*size, at least 0, in percent of the square's side
   */
  public static HeatMap over(int size, float[] face, float[] values) {
    return over(size, face, values, LEAST_SCALE);
  }

  /**
   * Returns a picture of numbers about the places of a face.
   *
   * @param size pixels of the square
   * @param face red, green and blue planes of size*size values in [0, 1]
   * @param values size*size in any unit; those below 0 have no colour
   * @param leastScale above 0: the last colour stands for no less, so that small values stay dark
   */
  public static HeatMap over(int size, float[] face, float[] values, double leastScale) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    double most = Math.max(leastScale, sorted[(int) (QUANTILE * (sorted.length - 1))]);
    int plane = size * size;
    float[] planes = new float[3 * plane];
    for (int i = 0; i < plane; i++) {
      // Luminance of ITU-R BT.601.
      double grey = .299 * face[i] + .587 * face[plane + i] + .114 * face[2 * plane + i];
      double share = Math.max(0, Math.min(1, values[i] / most));
      double opacity = opacity(share);
      for (int c = 0; c < 3; c++) {
        planes[c * plane + i] = (float) ((1 - opacity) * grey + opacity * colour(share, c));
      }
    }
    return new HeatMap(PngImage.ofPlanes(size, size, planes), most);
  }

  /** The scale from 0 to the most, as stops of a CSS gradient. */
  public static String gradient() {
    StringBuilder stops = new StringBuilder();
    for (int i = 0; i < STOPS.length; i++) {
      stops.append(
          String.format(
              Locale.ROOT,
              "%srgb(%d %d %d / %.2f)",
              i == 0 ? "" : ", ",
              STOPS[i] >> 16,
              STOPS[i] >> 8 & 255,
              STOPS[i] & 255,
              OPACITY[i]));
    }
    return stops.toString();
  }

  private static double opacity(double share) {
    int stop = stop(share);
    double along = along(share, stop);
    return (1 - along) * OPACITY[stop] + along * OPACITY[stop + 1];
  }

  private static double colour(double share, int channel) {
    int stop = stop(share);
    double along = along(share, stop);
    int shift = 16 - 8 * channel;
    return ((1 - along) * (STOPS[stop] >> shift & 255) + along * (STOPS[stop + 1] >> shift & 255))
        / 255;
  }

  private static int stop(double share) {
    return Math.min(STOPS.length - 2, (int) (share * (STOPS.length - 1)));
  }

  private static double along(double share, int stop) {
    return share * (STOPS.length - 1) - stop;
  }
}
