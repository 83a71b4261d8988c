package org.macro2micro.spot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds where a {@link DifferenceCurve} lies above a threshold. Parts that are near each other are
 * joined, since a face stands still at its apex.
 *
 * @param threshold grey levels, at least 0
 * @param gap seconds below the threshold that are bridged, at least 0
 */
record DifferenceRule(double threshold, double gap) {
  Spotting apply(double[] curve, double framesPerSecond) {
    int most = (int) Math.round(gap * framesPerSecond);
    List<SpottedInterval> intervals = new ArrayList<>();
    int i = 0;
    while (i < curve.length) {
      if (!(curve[i] > threshold)) {
        i++;
        continue;
      }
      int onset = i;
      int last = i;
      int apex = i;
      for (; i < curve.length && i - last <= most + 1 && !Double.isNaN(curve[i]); i++) {
        if (curve[i] > threshold) {
          last = i;
          apex = curve[i] > curve[apex] ? i : apex;
        }
      }
      double seconds = (last - onset + 1) / framesPerSecond;
      if (seconds >= SpotSettings.DEFAULT.shortest() && seconds <= SpotSettings.DEFAULT.longest()) {
        intervals.add(new SpottedInterval(onset, apex, last, curve[apex] / threshold));
      }
    }
    double[] thresholds = new double[curve.length];
    Arrays.fill(thresholds, threshold);
    return new Spotting(curve.length, framesPerSecond, curve, thresholds, intervals);
  }
}
