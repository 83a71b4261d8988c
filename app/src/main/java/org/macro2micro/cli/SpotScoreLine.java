package org.macro2micro.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.macro2micro.metric.Interval;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.spot.SpotTrial;
import org.macro2micro.spot.SpottingScore;

/** One row of what {@code spot-score} prints: a spotter on some videos, their counts pooled. */
record SpotScoreLine(
    String videos,
    String spotter,
    int micros,
    double precision,
    double recall,
    double f1,
    Interval interval,
    double falseAlarmsPerMinute,
    Map<String, Integer> falseAlarms) {
  private static final long BOOTSTRAP_SEED = 1;

  static SpotScoreLine of(
      String videos,
      String spotter,
      List<SpotTrial> trials,
      Function<SpotTrial, SpottingScore> score) {
    List<SpottingScore> each = trials.stream().map(score).toList();
    SpottingScore pooled = SpottingScore.pooled(each);
    return new SpotScoreLine(
        videos,
        spotter,
        pooled.truths(),
        pooled.precision(),
        pooled.recall(),
        pooled.f1(),
        SpotTrial.interval(each, SpottingScore::f1, SeedPath.root(BOOTSTRAP_SEED).child("spot")),
        pooled.falseAlarmsPerMinute(),
        new LinkedHashMap<>(pooled.falseAlarms()));
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%-10s  %3d micros  precision %.3f  recall %.3f  F1 %.3f [%.3f, %.3f]  false alarms a minute %.2f %s  %s",
        spotter,
        micros,
        precision,
        recall,
        f1,
        interval.low(),
        interval.high(),
        falseAlarmsPerMinute,
        falseAlarms,
        videos);
  }
}
