package org.macro2micro.preprocess;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.numbers.arrays.Selection;

/**
 * Takes out what changes alike everywhere in a face: a lamp, a camera's exposure. One picture is
 * brought to the light of another by a gain and an offset, found by least squares over the face
 * with weights after Tukey, so that what moves counts as an outlier.
 */
public final class LightChange {
  private static final int STEPS = 2;
  private static final double TUKEY = 4.685;
  private static final double SIGMA_OF_MEDIAN = 1.4826;

  /** Grey levels that a difference may always have. */
  private static final double LEAST_SIGMA = .5;

  /** No lamp changes more between two neighbouring frames, and no measurement of one is right. */
  private static final double MOST_GAIN = 2;

  /** Grey levels of spread that a gain can be measured by. */
  private static final double LEAST_SPREAD = 2;

  /** Places of the face's pixels. */
  private final int[] places;

  private final double[] residuals;

  /**
   * @param places of the pixels of the face, at least one
   */
  public LightChange(int[] places) {
    this.places = places.clone();
    this.residuals = new double[places.length];
  }

  /**
   * A picture as it would look in the light of another. Not for several threads.
   *
   * @param picture grey levels; left as it is
   * @param light as many grey levels
   */
  public float[] removed(float[] picture, float[] light) {
    double gain = 1;
    double offset = offset(picture, light);
    for (int step = 0; step < STEPS; step++) {
      double cut = TUKEY * spread(picture, light, gain, offset);
      double[] sums = new double[5];
      for (int place : places) {
        double share = (light[place] - gain * picture[place] - offset) / cut;
        if (Math.abs(share) < 1) {
          double weight = (1 - share * share) * (1 - share * share);
          sums[0] += weight;
          sums[1] += weight * picture[place];
          sums[2] += weight * light[place];
          sums[3] += weight * picture[place] * picture[place];
          sums[4] += weight * picture[place] * light[place];
        }
      }
      double meanPicture = sums[1] / sums[0];
      double meanLight = sums[2] / sums[0];
      double variance = sums[3] / sums[0] - meanPicture * meanPicture;
      double covariance = sums[4] / sums[0] - meanPicture * meanLight;
      boolean isMeasured = variance > LEAST_SPREAD * LEAST_SPREAD;
      double slope = isMeasured ? covariance / variance : 1;
      gain = slope > 1 / MOST_GAIN && slope < MOST_GAIN ? slope : 1;
      offset = meanLight - gain * meanPicture;
    }
    float[] brought = new float[picture.length];
    for (int i = 0; i < brought.length; i++) {
      brought[i] = (float) (gain * picture[i] + offset);
    }
    return brought;
  }

  private double offset(float[] picture, float[] light) {
    for (int i = 0; i < places.length; i++) {
      residuals[i] = light[places[i]] - picture[places[i]];
    }
    return median();
  }

  private double spread(float[] picture, float[] light, double gain, double offset) {
    for (int i = 0; i < places.length; i++) {
      residuals[i] = Math.abs(light[places[i]] - gain * picture[places[i]] - offset);
    }
    return Math.max(LEAST_SIGMA, SIGMA_OF_MEDIAN * median());
  }

  /** Parts the residuals; in sorted order they would take most of the time. */
  private double median() {
    Selection.select(residuals, residuals.length / 2);
    return residuals[residuals.length / 2];
  }

  /** The pixels of a picture that a test of place and size chooses. */
  public static int[] places(int size, IntPredicate isChosen) {
    return IntStream.range(0, size * size).filter(isChosen).toArray();
  }
}
