package org.macro2micro.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A curve with fewer points that looks the same: of each of so many stretches of equal length the
 * least and the greatest value, in the order in which they come, so that no peak is lost.
 *
 * @param frames ascending
 */
public record CurveBuckets(List<Integer> frames) {
  public CurveBuckets {
    frames = List.copyOf(frames);
  }

  /**
   * Chooses frames of a part of a curve.
   *
   * @param curve one value a frame; NaN is a gap, which is kept where a whole stretch is one
   * @param from first frame
   * @param to frame after the last
   * @param most points, at least 2
   */
  public static CurveBuckets of(double[] curve, int from, int to, int most) {
    int length = to - from;
    int buckets = length <= most ? length : most / 2;
    List<Integer> frames = new ArrayList<>();
    for (int b = 0; b < buckets; b++) {
      int begin = from + (int) ((long) length * b / buckets);
      int end = from + (int) ((long) length * (b + 1) / buckets);
      int least = begin;
      int greatest = begin;
      for (int i = begin; i < end; i++) {
        if (Double.isNaN(curve[i])) {
          continue;
        }
        if (curve[i] < curve[least] || Double.isNaN(curve[least])) {
          least = i;
        }
        if (curve[i] > curve[greatest] || Double.isNaN(curve[greatest])) {
          greatest = i;
        }
      }
      frames.add(Math.min(least, greatest));
      if (least != greatest) {
        frames.add(Math.max(least, greatest));
      }
    }
    return new CurveBuckets(frames);
  }
}
