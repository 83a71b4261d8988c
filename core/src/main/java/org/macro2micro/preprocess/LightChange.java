package org.macro2micro.preprocess;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.numbers.arrays.Selection;

/**
 * Takes out what changes alike everywhere in a face: a lamp, a camera's exposure or its tone curve.
 * One picture is brought to the light of another by a curve of second degree in its grey levels,
 * whose offset and gain may differ evenly from side to side and from top to bottom. It is found by
 * least squares over the face with weights after Tukey, so that what moves counts as an outlier.
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

  private static final int TERMS = 7;
  private static final int GAIN = 3;

  /** Grey levels that count as one in the fit, so that its terms are of one size. */
  private static final double UNIT = 64;

  private final int[] places;

  private final int size;
  private final double[] residuals;

  /** The terms of one pixel and, for a fit, the value beside them. */
  private final double[] row = new double[TERMS + 1];

  /**
   * @param size width and height of the pictures in pixels
   * @param isMeasured tells, of a pixel's place row by row, whether light is measured there; at
   *     least one
   */
  public LightChange(int size, IntPredicate isMeasured) {
    this.places = IntStream.range(0, size * size).filter(isMeasured).toArray();
    this.size = size;
    this.residuals = new double[places.length];
  }

  /**
   * A picture as it would look in the light of another. Not for several threads.
   *
   * @param picture grey levels; left as it is
   * @param light as many grey levels
   */
  public float[] removed(float[] picture, float[] light) {
    double mean = Arrays.stream(places).mapToDouble(place -> picture[place]).average().orElse(0);
    double[] curve = new double[TERMS];
    curve[0] = mean + offset(picture, light);
    curve[GAIN] = UNIT;
    for (int step = 0; isMeasured(picture, mean) && step < STEPS; step++) {
      double cut = TUKEY * spread(picture, light, mean, curve);
      NormalEquations fit = new NormalEquations(TERMS);
      for (int place : places) {
        double share = (light[place] - value(picture[place] - mean, place, curve)) / cut;
        if (Math.abs(share) < 1) {
          row[TERMS] = light[place];
          fit.add((1 - share * share) * (1 - share * share), row);
        }
      }
      double[] found = fit.solution();
      double gain = found[GAIN] / UNIT;
      if (!(gain > 1 / MOST_GAIN && gain < MOST_GAIN)) {
        break;
      }
      curve = found;
    }
    float[] brought = new float[picture.length];
    for (int i = 0; i < brought.length; i++) {
      brought[i] = (float) value(picture[i] - mean, i, curve);
    }
    return brought;
  }

  /** The grey level that one becomes; its terms are left in the row. */
  private double value(double level, int place, double[] curve) {
    double x = (place % size + .5) / size - .5;
    double y = (Math.floorDiv(place, size) + .5) / size - .5;
    double p = level / UNIT;
    row[0] = 1;
    row[1] = x;
    row[2] = y;
    row[GAIN] = p;
    row[4] = p * x;
    row[5] = p * y;
    row[6] = p * p;
    double value = 0;
    for (int i = 0; i < TERMS; i++) {
      value += curve[i] * row[i];
    }
    return value;
  }

  private boolean isMeasured(float[] picture, double mean) {
    double squares = 0;
    for (int place : places) {
      squares += (picture[place] - mean) * (picture[place] - mean);
    }
    return squares > LEAST_SPREAD * LEAST_SPREAD * places.length;
  }

  private double offset(float[] picture, float[] light) {
    for (int i = 0; i < places.length; i++) {
      residuals[i] = light[places[i]] - picture[places[i]];
    }
    return median();
  }

  private double spread(float[] picture, float[] light, double mean, double[] curve) {
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      residuals[i] = Math.abs(light[place] - value(picture[place] - mean, place, curve));
    }
    return Math.max(LEAST_SIGMA, SIGMA_OF_MEDIAN * median());
  }

  /** Parts the residuals; in sorted order they would take most of the time. */
  private double median() {
    Selection.select(residuals, residuals.length / 2);
    return residuals[residuals.length / 2];
  }
}
