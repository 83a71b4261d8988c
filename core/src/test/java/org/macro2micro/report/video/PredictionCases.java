package org.macro2micro.report.video;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.drawing.HeatMap;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.report.experiment.ReportCases;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;

/** Made-up predictions for the tests of their pages. */
final class PredictionCases {
  static final String HOSTILE = "</script><script>alert('x')</script>\" onload=\"x";

  private PredictionCases() {}

  /** A video whose curve peaks at each apex, 200 frames a second. */
  static PredictedVideo video(int frames, List<LabelledInterval> intervals) {
    double[] curve = new double[frames];
    double[] threshold = new double[frames];
    RandomGenerator random = SeedPath.root(3).child("curve").random();
    for (int i = 0; i < frames; i++) {
      curve[i] = .1 + .05 * random.nextDouble();
      threshold[i] = .3;
    }
    for (LabelledInterval labelled : intervals) {
      curve[Math.min(frames - 1, labelled.interval().apex())] = .9;
    }
    return new PredictedVideo(
        "s15_0101.avi",
        new Spotting(
            frames,
            200,
            curve,
            threshold,
            intervals.stream().map(LabelledInterval::interval).toList()),
        ReportCases.LABELS,
        intervals);
  }

  static LabelledInterval interval(int onset, int apex, int offset, int label) {
    List<Double> scores = new ArrayList<>(List.of(.1, .1, .1));
    scores.set(label, .8);
    return new LabelledInterval(
        new SpottedInterval(onset, apex, offset, 2.5), ReportCases.LABELS.get(label), scores);
  }

  static IntervalPictures pictures(int face) {
    float[] movement = new float[4];
    Arrays.fill(movement, face);
    return new IntervalPictures(
        PngImage.of(ReportCases.face(face, 0)),
        PngImage.of(ReportCases.face(face, 3)),
        HeatMap.over(2, new float[12], movement),
        face != 2);
  }

  /** Three movements in 20 seconds, two of them with pictures. */
  static TimelineContent timeline() {
    return timeline(
        video(
            4000,
            List.of(
                interval(301, 345, 402, 0),
                interval(1000, 1050, 1099, 2),
                interval(3000, 3001, 3999, 1))),
        Map.of(0, pictures(1), 2, pictures(2)));
  }

  static TimelineContent timeline(PredictedVideo video, Map<Integer, IntervalPictures> pictures) {
    Map<String, String> model = new LinkedHashMap<>();
    model.put("Model", "composite.safetensors");
    model.put("Trained on", "casme2, samm, smic");
    return new TimelineContent(
        video,
        Optional.of(PngImage.of(ReportCases.face(1, 0))),
        pictures,
        model,
        List.of("A class is named whether or not the movement is an expression."),
        List.of("frames 120 to 130: no face was found"),
        Map.of("spot", Map.of("window", 60)),
        Optional.empty());
  }

  /** One movement and texts that would do harm if they were taken for markup. */
  static TimelineContent hostileTimeline() {
    Spotting spotting =
        new Spotting(
            3,
            25,
            new double[] {Double.NaN, 1, 2},
            new double[] {.5, .5, Double.NaN},
            List.of(new SpottedInterval(1, 1, 2, 2)));
    LabelledInterval interval =
        new LabelledInterval(spotting.intervals().get(0), HOSTILE, List.of(1.0));
    return new TimelineContent(
        new PredictedVideo(HOSTILE, spotting, List.of(HOSTILE), List.of(interval)),
        Optional.empty(),
        Map.of(0, pictures(1)),
        Map.of(HOSTILE, HOSTILE),
        List.of(HOSTILE),
        List.of(HOSTILE),
        Map.of(HOSTILE, HOSTILE),
        Optional.empty());
  }

  static PredictionContent clips() {
    ClipId first = ClipId.of("own", "anna", "take 1");
    ClipId second = ClipId.of("own", "ben", "c&<b>");
    return new PredictionContent(
        "Two takes",
        ReportCases.LABELS,
        List.of(
            new Prediction(second, "surprise", List.of(.125, .25, .625)),
            new Prediction(first, "negative", List.of(.5, .25, .25))),
        Map.of(first, PngImage.of(ReportCases.face(1, 2))),
        Map.of("Model", "composite.safetensors"),
        List.of("own/carl/take 1: no face"),
        Map.of("preprocess", Map.of("size", 112)),
        Optional.empty());
  }
}
