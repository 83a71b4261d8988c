package org.macro2micro.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.macro2micro.preprocess.FaceTrack;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.report.video.PredictionCsv;
import org.macro2micro.run.VideoPrediction;
import org.macro2micro.spot.Spotting;

/** Prints what was found in long videos, and its predicted classes, to standard output. */
final class VideoOutput {
  private VideoOutput() {}

  /** One interval as programs read it; without label and scores where nothing was named. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record IntervalLine(
      int onset,
      int apex,
      int offset,
      double onsetSeconds,
      double apexSeconds,
      double offsetSeconds,
      double strength,
      @Nullable String label,
      @Nullable Map<String, Double> scores) {}

  /** One video as programs read it. */
  private record VideoLine(
      String video,
      int frames,
      double framesPerSecond,
      double firstSeconds,
      double lastSeconds,
      double shareWithFace,
      boolean complete,
      List<IntervalLine> intervals,
      List<String> notes,
      List<String> problems,
      @Nullable String page,
      @Nullable String annotated) {}

  /** All videos as programs read them. */
  private record Videos(List<VideoLine> videos, List<String> exports, List<String> failures) {}

  /**
   * Prints the videos.
   *
   * @param labels in the order of the intervals' scores; empty where nothing is named
   * @param exports files for annotation tools
   * @param failures what is wrong with videos that could not be looked at, a line each
   */
  static void print(
      Terminal terminal,
      List<String> labels,
      List<VideoPrediction.Outcome> outcomes,
      List<Path> exports,
      List<String> failures,
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
        out.println(
            ResultJson.line(
                new Videos(lines, exports.stream().map(Path::toString).toList(), failures)));
      }
      case TEXT -> {
        outcomes.forEach(outcome -> text(terminal, outcome));
        exports.forEach(file -> out.println("export: " + file));
      }
    }
  }

  private static void text(Terminal terminal, VideoPrediction.Outcome outcome) {
    PrintStream out = terminal.out();
    PredictedVideo video = outcome.video();
    terminal.heading(video.file() + (outcome.complete() ? "" : " (stopped)"));
    for (LabelledInterval found : video.intervals()) {
      out.printf(
          Locale.ROOT,
          "  %s to %s  frames %d to %d, apex %d  %s%n",
          video.clock(found.interval().onset()),
          video.clock(found.interval().offset()),
          found.interval().onset(),
          found.interval().offset(),
          found.interval().apex(),
          called(video, found));
    }
    FaceTrack faces = video.spotting().watched().faces();
    if (video.intervals().isEmpty()) {
      boolean isBlind = faces.frames() > 0 && faces.seen() == 0;
      out.println(isBlind ? "  nothing was measured: no face" : "  nothing found");
    }
    if (faces.frames() > 0) {
      out.printf(Locale.ROOT, "  a face in %d of %d frames%n", faces.seen(), faces.frames());
    }
    video.spotting().watched().notes().forEach(note -> out.println("  note: " + note));
    if (outcome.page() != null) {
      out.println("  page: " + outcome.page());
    }
    if (outcome.annotated() != null) {
      out.println("  video: " + outcome.annotated());
    }
  }

  private static String called(PredictedVideo video, LabelledInterval found) {
    OptionalDouble score = video.score(found);
    double shown = score.orElse(found.interval().strength());
    String number = String.format(Locale.ROOT, " %.2f", shown);
    return video.word(found) + (score.isPresent() ? number : ", strength" + number);
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
              labels.isEmpty() ? null : found.label(),
              labels.isEmpty() ? null : ClassScores.of(labels, found.scores())));
    }
    return new VideoLine(
        outcome.video().file(),
        spotting.frames(),
        spotting.framesPerSecond(),
        spotting.frames() == 0 ? 0 : spotting.seconds(0),
        spotting.frames() == 0 ? 0 : spotting.seconds(spotting.frames() - 1),
        spotting.frames() == 0 ? 0 : (double) spotting.watched().faces().seen() / spotting.frames(),
        outcome.complete(),
        lines,
        spotting.watched().notes(),
        outcome.problems(),
        outcome.page() == null ? null : outcome.page().toString(),
        outcome.annotated() == null ? null : outcome.annotated().toString());
  }
}
