package org.macro2micro.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.report.video.PredictionCsv;
import org.macro2micro.run.VideoPrediction;
import org.macro2micro.spot.Spotting;

/** Prints what was found in long videos, and its predicted classes, to standard output. */
final class VideoOutput {
  private VideoOutput() {}

  /** One interval as programs read it. */
  private record IntervalLine(
      int onset,
      int apex,
      int offset,
      double onsetSeconds,
      double apexSeconds,
      double offsetSeconds,
      double strength,
      String label,
      Map<String, Double> scores) {}

  /** One video as programs read it. */
  private record VideoLine(
      String video,
      int frames,
      double framesPerSecond,
      boolean complete,
      List<IntervalLine> intervals,
      List<String> problems,
      String page,
      @Nullable String annotated) {}

  /** Prints the videos; the labels are in the order of the intervals' scores. */
  static void print(
      Terminal terminal,
      List<String> labels,
      List<VideoPrediction.Outcome> outcomes,
      OutputForm form)
      throws JsonProcessingException {
    PrintStream out = terminal.out();
    switch (form) {
      case CSV -> {
        List<PredictedVideo> videos =
            outcomes.stream().map(VideoPrediction.Outcome::video).toList();
        out.print(PredictionCsv.of(labels, videos));
      }
      case JSON -> {
        List<VideoLine> lines = outcomes.stream().map(o -> videoLine(labels, o)).toList();
        out.println(ResultJson.line(Map.of("videos", lines)));
      }
      case TEXT -> outcomes.forEach(outcome -> text(terminal, outcome));
    }
  }

  private static void text(Terminal terminal, VideoPrediction.Outcome outcome) {
    PrintStream out = terminal.out();
    PredictedVideo video = outcome.video();
    terminal.heading(video.file() + (outcome.complete() ? "" : " (stopped)"));
    for (LabelledInterval found : video.intervals()) {
      out.printf(
          Locale.ROOT,
          "  %s to %s  frames %d to %d, apex %d  %s %.2f%n",
          video.clock(found.interval().onset()),
          video.clock(found.interval().offset()),
          found.interval().onset(),
          found.interval().offset(),
          found.interval().apex(),
          found.label(),
          video.score(found));
    }
    if (video.intervals().isEmpty()) {
      out.println("  nothing found");
    }
    out.println("  page: " + outcome.page());
    if (outcome.annotated() != null) {
      out.println("  video: " + outcome.annotated());
    }
  }

  private static VideoLine videoLine(List<String> labels, VideoPrediction.Outcome outcome) {
    Spotting spotting = outcome.video().spotting();
    List<IntervalLine> lines = new ArrayList<>();
    for (LabelledInterval found : outcome.video().intervals()) {
      var at = found.interval();
      lines.add(
          new IntervalLine(
              at.onset(),
              at.apex(),
              at.offset(),
              spotting.seconds(at.onset()),
              spotting.seconds(at.apex()),
              spotting.seconds(at.offset()),
              at.strength(),
              found.label(),
              ClassScores.of(labels, found.scores())));
    }
    return new VideoLine(
        outcome.video().file(),
        spotting.frames(),
        spotting.framesPerSecond(),
        outcome.complete(),
        lines,
        outcome.problems(),
        outcome.page().toString(),
        outcome.annotated() == null ? null : outcome.annotated().toString());
  }
}
