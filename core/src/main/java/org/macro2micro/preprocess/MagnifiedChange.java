package org.macro2micro.preprocess;

/**
 * How much each place of a face changed from onset to apex, after {@link Magnification}: the
 * absolute difference of the magnified apex and the onset, stretched so that its least value is 0
 * and its greatest 1.
 *
 * <p>Since magnification is linear and the stretching takes a common factor away, a greater factor
 * does not make the picture stronger: it gives broad changes more weight beside fine ones.
 */
public final class MagnifiedChange {
  private MagnifiedChange() {}

  /**
   * @param onset side*side grey values, row by row
   * @param apex as many, on the same scale
   * @param side height and width in pixels, at least 2
   * @param factor by how much a small motion becomes larger, above 0; 1 for no magnification
   * @return a new plane of side*side values in [0, 1]; all 0 where nothing changed
   */
  public static float[] of(float[] onset, float[] apex, int side, double factor) {
    double[] frame = new double[apex.length];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = apex[i];
    }
    new Magnification(factor).apply(frame, onset, side);
    float[] change = new float[frame.length];
    for (int i = 0; i < change.length; i++) {
      change[i] = (float) Math.abs(frame[i] - onset[i]);
    }
    FlowImage.stretch(change, 0);
    return change;
  }
}
