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
  Spotting apply(double[] curve, FrameTimes times) {
    List<SpottedInterval> intervals = new ArrayList<>();
    double most = gap + times.interval() / 2;
    int i = 0;
    while (i < curve.length) {
      if (!(curve[i] > threshold)) {
        i++;
        continue;
      }
      int onset = i;
      int last = i;
      int apex = i;
      while (i < curve.length
          && (i == last || times.at(i) - times.end(last) <= most)
          && !Double.isNaN(curve[i])) {
        if (curve[i] > threshold) {
          last = i;
          apex = curve[i] > curve[apex] ? i : apex;
        }
        i++;
      }
      double seconds = times.length(onset, last);
      if (seconds >= SpotSettings.DEFAULT.shortest() && seconds <= SpotSettings.DEFAULT.longest()) {
        intervals.add(new SpottedInterval(onset, apex, last, curve[apex] / threshold));
      }
    }
    double[] thresholds = new double[curve.length];
    Arrays.fill(thresholds, threshold);
    return new Spotting(times, curve, thresholds, intervals);
  }
}
