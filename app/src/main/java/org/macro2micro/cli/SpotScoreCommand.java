package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.dataset.VideoTruth;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.metric.Interval;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.spot.DifferenceSpotter;
import org.macro2micro.spot.SpotSettings;
import org.macro2micro.spot.SpotTrial;
import org.macro2micro.spot.SpottingScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how well micro-expressions are found in long videos whose events are known. */
@Command(
    name = "spot-score",
    description = {
      "Measures how well micro-expressions are found in videos where they are known.",
      "Each folder holds videos and a file truth.csv that names their events. What is found is scored"
          + " by the MEGC rule (an overlap, IoU, of .5 or more), for the spotter and for a threshold on"
          + " frame differences that is chosen on the development videos."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro spot-score test21 test22 --development dev",
      "To draw such folders: macro2micro lab video FOLDER"
    })
final class SpotScoreCommand implements Callable<Integer> {
  private static final long BOOTSTRAP_SEED = 1;
  private static final double NANOSECONDS = 1e9;

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description = "Folders of videos, each with its truth.csv.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--development",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder of videos on which the threshold is chosen.")
  private Path development = Path.of("");

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  /** One row of the result. */
  private record Line(
      String videos,
      String spotter,
      int micros,
      double precision,
      double recall,
      double f1,
      Interval interval,
      double falseAlarmsPerMinute,
      Map<String, Integer> falseAlarms) {}

  private record Result(double threshold, double gap, double framesPerSecond, List<Line> rows) {}

  SpotScoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    long start = System.nanoTime();
    List<SpotTrial> chosenOn = trials(development);
    DifferenceSpotter baseline = SpotTrial.bestDifference(chosenOn);
    List<Line> lines = new ArrayList<>(lines(development + " (development)", chosenOn, baseline));
    List<SpotTrial> all = new ArrayList<>();
    for (Path folder : folders) {
      List<SpotTrial> trials = trials(folder);
      lines.addAll(lines(folder.toString(), trials, baseline));
      all.addAll(trials);
    }
    if (folders.size() > 1) {
      lines.addAll(lines("all but development", all, baseline));
    }
    all.addAll(chosenOn);
    long frames = all.stream().mapToLong(trial -> trial.difference().length).sum();
    double speed = frames / ((System.nanoTime() - start) / NANOSECONDS);
    print(new Result(baseline.threshold(), baseline.gap(), speed, lines));
    return 0;
  }

  private List<SpotTrial> trials(Path folder) throws IOException, DatasetException {
    List<SpotTrial> trials = new ArrayList<>();
    for (Map.Entry<Path, List<FaceEvent>> video :
        VideoTruth.read(folder.resolve(LabFilms.TRUTH)).entrySet()) {
      try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
        SpotTrial trial =
            SpotTrial.of(
                video.getKey(),
                video.getValue(),
                SpotSettings.DEFAULT,
                (done, of) -> {
                  if (done == 1) {
                    progress.begin("frames of " + video.getKey(), of);
                  }
                  progress.done(done);
                },
                () -> false);
        trials.add(trial);
      }
    }
    return trials;
  }

  private static List<Line> lines(
      String videos, List<SpotTrial> trials, DifferenceSpotter baseline) {
    return List.of(
        line(videos, "contrast", trials, SpotTrial::contrastScore),
        line(videos, "difference", trials, trial -> trial.differenceScore(baseline)));
  }

  private static Line line(
      String videos,
      String spotter,
      List<SpotTrial> trials,
      Function<SpotTrial, SpottingScore> score) {
    List<SpottingScore> each = trials.stream().map(score).toList();
    SpottingScore pooled = SpottingScore.pooled(each);
    return new Line(
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

  private void print(Result result) throws IOException {
    if (json) {
      terminal.out().println(ResultJson.line(result));
      return;
    }
    for (Line line : result.rows()) {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%-10s  %3d micros  precision %.3f  recall %.3f  F1 %.3f [%.3f, %.3f]  false alarms a minute %.2f %s  %s%n",
              line.spotter(),
              line.micros(),
              line.precision(),
              line.recall(),
              line.f1(),
              line.interval().low(),
              line.interval().high(),
              line.falseAlarmsPerMinute(),
              line.falseAlarms(),
              line.videos());
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "difference: threshold %.3f, gap %.2f s; %.1f frames a second%n",
            result.threshold(),
            result.gap(),
            result.framesPerSecond());
  }
}
