package org.macro2micro.report.video;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.report.CurveBuckets;
import org.macro2micro.report.CurveData;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;

/** The motion curve and the intervals as the page's script reads them. */
final class TimelineData {
  /** Points of the curve; screens are not wider, and the script keeps up with so many. */
  static final int MOST_POINTS = 4000;

  private TimelineData() {}

  /** JSON that may stand within a script element: it holds no "&lt;". */
  static String json(PredictedVideo video) {
    Spotting spotting = video.spotting();
    List<Integer> frames =
        CurveBuckets.of(spotting.curve(), 0, spotting.frames(), MOST_POINTS).frames();
    List<Map<String, Object>> intervals = new ArrayList<>();
    for (LabelledInterval labelled : video.intervals()) {
      SpottedInterval interval = labelled.interval();
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("onset", interval.onset());
      entry.put("apex", interval.apex());
      entry.put("offset", interval.offset());
      entry.put("begins", seconds(spotting.times().at(interval.onset())));
      entry.put("ends", seconds(spotting.times().end(interval.offset())));
      entry.put("label", video.word(labelled));
      entry.put("number", video.colour(labelled));
      intervals.add(entry);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    int last = spotting.frames() - 1;
    data.put("begin", last < 0 ? 0 : seconds(spotting.times().at(0)));
    data.put("end", last < 0 ? 1 : seconds(spotting.times().end(last)));
    data.put("frames", frames);
    data.put("seconds", frames.stream().map(f -> seconds(spotting.times().at(f))).toList());
    data.put("curve", CurveData.numbers(frames, frame -> spotting.curve()[frame]));
    data.put("threshold", CurveData.numbers(frames, frame -> spotting.threshold()[frame]));
    data.put("intervals", intervals);
    return CurveData.text(data);
  }

  /** Tenths of a millisecond are enough for a chart. */
  private static double seconds(double exact) {
    return Math.round(exact * 1e4) / 1e4;
  }
}
