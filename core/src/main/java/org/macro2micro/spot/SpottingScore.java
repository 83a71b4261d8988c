package org.macro2micro.spot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.FaceEvent;

/**
 * How well micro-expressions were spotted, by the rule of the MEGC challenges (He et al., FG 2020;
 * Li et al., ACM MM 2022): an interval is a hit if it and a true micro-expression have an
 * intersection of at least half of their union, frames counted with both ends; each counts once.
 *
 * @param truths number of true micro-expressions
 * @param found number of intervals
 * @param hits intervals that are hits
 * @param minutes length of what was looked at
 * @param falseAlarms the other intervals, by the kind of event they overlap most ({@link
 *     FaceEvent.Kind#word}; "micro" for one that is too long, too short or beside), or {@value
 *     #NOTHING}
 */
public record SpottingScore(
    int truths, int found, int hits, double minutes, SortedMap<String, Integer> falseAlarms) {
  /** What a false alarm overlaps where nothing happens. */
  public static final String NOTHING = "nothing";

  private static final double LEAST_OVERLAP = .5;
  private static final double SECONDS = 60;

  public SpottingScore {
    falseAlarms = Collections.unmodifiableSortedMap(new TreeMap<>(falseAlarms));
  }

  private record Pair(int interval, FaceEvent event, double overlap) {}

  /**
   * The score of one video.
   *
   * @param truth all that happens in it, of whatever kind
   */
  public static SpottingScore of(Collection<FaceEvent> truth, Spotting spotting) {
    List<SpottedInterval> intervals = spotting.intervals();
    List<FaceEvent> micros =
        truth.stream().filter(event -> event.kind() == FaceEvent.Kind.MICRO).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      for (FaceEvent micro : micros) {
        double overlap = overlap(intervals.get(i), micro);
        if (overlap >= LEAST_OVERLAP) {
          pairs.add(new Pair(i, micro, overlap));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
    Set<Integer> hits = new HashSet<>();
    Set<FaceEvent> met = new HashSet<>();
    for (Pair pair : pairs) {
      if (!hits.contains(pair.interval()) && !met.contains(pair.event())) {
        hits.add(pair.interval());
        met.add(pair.event());
      }
    }
    SortedMap<String, Integer> falseAlarms = new TreeMap<>();
    for (int i = 0; i < intervals.size(); i++) {
      if (!hits.contains(i)) {
        falseAlarms.merge(cause(intervals.get(i), truth), 1, Integer::sum);
      }
    }
    double minutes = spotting.times().length() / SECONDS;
    return new SpottingScore(micros.size(), intervals.size(), hits.size(), minutes, falseAlarms);
  }

  /** The score of several videos, their counts pooled as MEGC pools them. */
  public static SpottingScore pooled(Collection<SpottingScore> videos) {
    SortedMap<String, Integer> falseAlarms = new TreeMap<>();
    for (SpottingScore video : videos) {
      for (Map.Entry<String, Integer> cause : video.falseAlarms().entrySet()) {
        falseAlarms.merge(cause.getKey(), cause.getValue(), Integer::sum);
      }
    }
    return new SpottingScore(
        videos.stream().mapToInt(SpottingScore::truths).sum(),
        videos.stream().mapToInt(SpottingScore::found).sum(),
        videos.stream().mapToInt(SpottingScore::hits).sum(),
        videos.stream().mapToDouble(SpottingScore::minutes).sum(),
        falseAlarms);
  }

  private static String cause(SpottedInterval interval, Collection<FaceEvent> truth) {
    return truth.stream()
        .filter(event -> common(interval, event) > 0)
        .max(Comparator.comparingInt((FaceEvent event) -> common(interval, event)))
        .map(event -> event.kind().word())
        .orElse(NOTHING);
  }

  /** Returns the number of frames that both have; it is not above 0 if they do not meet. */
  private static int common(SpottedInterval interval, FaceEvent event) {
    return Math.min(interval.offset(), event.offset())
        - Math.max(interval.onset(), event.onset())
        + 1;
  }

  /** Intersection over union, 0 to 1. */
  static double overlap(SpottedInterval interval, FaceEvent event) {
    int common = Math.max(0, common(interval, event));
    int both =
        interval.offset() - interval.onset() + 1 + event.offset() - event.onset() + 1 - common;
    return (double) common / both;
  }

  /** Share of the intervals that are hits; 0 without any. */
  public double precision() {
    return found == 0 ? 0 : (double) hits / found;
  }

  /** Share of the micro-expressions that are hit; 0 without any. */
  public double recall() {
    return truths == 0 ? 0 : (double) hits / truths;
  }

  /** Harmonic mean of precision and recall, 2 hits / (truths + found); 0 without either. */
  public double f1() {
    return truths + found == 0 ? 0 : 2.0 * hits / (truths + found);
  }

  /** Returns the intervals per minute that are not hits, or 0 for a video without length. */
  public double falseAlarmsPerMinute() {
    return minutes == 0 ? 0 : (found - hits) / minutes;
  }
}
