package org.macro2micro.spot;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a {@link ContrastCurve} shows that a face moved and came back. A peak above the
 * threshold is an apex; onset and offset lie where the curve falls below a share of the peak's
 * rise. Peaks whose interval is too short, too long, cut by frames without a value, or of a slow
 * movement are left out; of overlapping ones the stronger stays.
 */
record ContrastRule(SpotSettings settings) {
  /** Frames a second of the films on which the settings were chosen. */
  private static final double CHOSEN_AT = 30;

  /**
   * @param curve at the lag
   * @param slow at twice the lag
   * @param times of the curves' frames
   */
  Spotting apply(double[] curve, double[] slow, FrameTimes times) {
    Baseline rest = Baseline.of(curve, times);
    double[] threshold = new double[curve.length];
    for (int i = 0; i < curve.length; i++) {
      double rise = Math.max(settings.least(), settings.threshold() * rest.spread()[i]);
      threshold[i] = rest.level()[i] + rise * seenShare(i, times);
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
      if (isBrief(interval, curve, slow, times)) {
        add(intervals, interval);
      }
    }
    return new Spotting(times, curve, threshold, intervals);
  }

  /**
   * The share of a peak that a slow camera sees on average, of what one of {@value #CHOSEN_AT}
   * frames a second sees: of a movement that rises and falls evenly within a lag, frames an
   * interval d apart miss the top by d/4 on average, a share of d/2 of the lag.
   */
  private double seenShare(int frame, FrameTimes times) {
    double before = frame == 0 ? 0 : times.at(frame) - times.at(frame - 1);
    double apart = Math.min(settings.lag(), Math.max(before, times.end(frame) - times.at(frame)));
    double seen = 1 - apart / 2 / settings.lag();
    return Math.min(1, seen / (1 - 1 / CHOSEN_AT / 2 / settings.lag()));
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

  private boolean isBrief(
      SpottedInterval interval, double[] curve, double[] slow, FrameTimes times) {
    double seconds = times.length(interval.onset(), interval.offset());
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
