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
      entry.put("label", labelled.label());
      entry.put("number", video.labels().indexOf(labelled.label()));
      intervals.add(entry);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("rate", spotting.framesPerSecond());
    data.put("length", spotting.frames());
    data.put("frames", frames);
    data.put("curve", CurveData.numbers(frames, frame -> spotting.curve()[frame]));
    data.put("threshold", CurveData.numbers(frames, frame -> spotting.threshold()[frame]));
    data.put("intervals", intervals);
    return CurveData.text(data);
  }
}
