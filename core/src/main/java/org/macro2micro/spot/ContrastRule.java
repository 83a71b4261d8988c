package org.macro2micro.spot;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a {@link ContrastCurve} shows that a face moved and came back. A peak above the
 * threshold is an apex; onset and offset lie where the curve falls below a share of the peak's
 * rise. Peaks whose interval is too short, too long, cut by frames without a value, or of a slow
 * movement are left out; of overlapping ones the stronger stays.
 */
record ContrastRule(SpotSettings settings, double framesPerSecond) {
  /**
   * @param curve at the lag
   * @param slow at twice the lag
   */
  Spotting apply(double[] curve, double[] slow) {
    Baseline rest = Baseline.of(curve, framesPerSecond);
    double[] threshold = new double[curve.length];
    for (int i = 0; i < curve.length; i++) {
      double rise = Math.max(settings.least(), settings.threshold() * rest.spread()[i]);
      threshold[i] = rest.level()[i] + rise;
    }
    List<SpottedInterval> intervals = new ArrayList<>();
    int i = 0;
    while (i < curve.length) {
      // Comparisons with NaN are false: without a value nothing is spotted.
      if (!(curve[i] > threshold[i])) {
        i++;
        continue;
      }
      int apex = i;
      for (; i < curve.length && curve[i] > threshold[i]; i++) {
        apex = curve[i] > curve[apex] ? i : apex;
      }
      SpottedInterval interval = around(apex, curve, rest.level()[apex], threshold[apex]);
      if (isBrief(interval, curve, slow)) {
        add(intervals, interval);
      }
    }
    return new Spotting(curve.length, framesPerSecond, curve, threshold, intervals);
  }

  private SpottedInterval around(int apex, double[] curve, double level, double threshold) {
    double over = level + settings.edge() * (curve[apex] - level);
    int onset = apex;
    while (onset > 0 && curve[onset - 1] > over) {
      onset--;
    }
    int offset = apex;
    while (offset < curve.length - 1 && curve[offset + 1] > over) {
      offset++;
    }
    return new SpottedInterval(onset, apex, offset, curve[apex] / threshold);
  }

  private boolean isBrief(SpottedInterval interval, double[] curve, double[] slow) {
    int frames = interval.offset() - interval.onset() + 1;
    double seconds = frames / framesPerSecond;
    boolean isWhole =
        interval.onset() > 0
            && interval.offset() < curve.length - 1
            && !Double.isNaN(curve[interval.onset() - 1])
            && !Double.isNaN(curve[interval.offset() + 1]);
    boolean isSlow = slow[interval.apex()] > settings.slow() * curve[interval.apex()];
    return isWhole && !isSlow && seconds >= settings.shortest() && seconds <= settings.longest();
  }

  private static void add(List<SpottedInterval> intervals, SpottedInterval next) {
    while (!intervals.isEmpty()) {
      SpottedInterval last = intervals.get(intervals.size() - 1);
      if (last.offset() < next.onset()) {
        break;
      }
      if (last.strength() >= next.strength()) {
        return;
      }
      intervals.remove(intervals.size() - 1);
    }
    intervals.add(next);
  }
}
