package org.macro2micro.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.spot.DifferenceSpotter;
import org.macro2micro.spot.SpotTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how well micro-expressions are found in long videos whose events are known. */
@Command(
    name = "spot-score",
    description = {
      "Measures how well micro-expressions are found in videos where they are known.",
      "Each folder holds videos and a file truth.csv that names their events; or with --truth, videos"
          + " are given and one file names their events. What is found is scored by the MEGC rule (an"
          + " overlap, IoU, of .5 or more), for the spotter and, with --development, for a threshold"
          + " on frame differences that is chosen on the development videos."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples: macro2micro spot-score test21 test22 --development dev",
      "          macro2micro spot-score interview.mp4 --truth interview.eaf",
      "To draw such folders: macro2micro lab video FOLDER"
    })
final class SpotScoreCommand implements Callable<Integer> {
  private static final double NANOSECONDS = 1e9;

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description = "Folders of videos, each with its truth.csv; with --truth, videos.")
  private List<Path> given = new ArrayList<>();

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description =
          "The events of the videos: a BORIS project, an ELAN document, a TextGrid, WebVTT, a BIDS"
              + " table, Label Studio's JSON, a table of predict --export csv, or truth.csv. Videos are"
              + " found in it by their names; in one that it does not name nothing happens.")
  private @Nullable Path truth;

  @Option(
      names = "--development",
      paramLabel = "FOLDER",
      description =
          "Folder of videos with truth.csv on which the threshold is chosen; without it the spotter"
              + " alone is scored.")
  private @Nullable Path development;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Result(
      @Nullable Double threshold,
      @Nullable Double gap,
      double framesPerSecond,
      List<SpotScoreLine> rows,
      List<String> problems) {}

  SpotScoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    long start = System.nanoTime();
    if (development != null) {
      SpotTrials.requireFolder(development);
    }
    if (truth == null) {
      for (Path folder : given) {
        SpotTrials.requireFolder(folder);
      }
    }
    SpotTrials watching = new SpotTrials(terminal);
    List<SpotScoreLine> lines = new ArrayList<>();
    List<SpotTrial> seen = new ArrayList<>();
    DifferenceSpotter baseline = null;
    if (development != null) {
      seen.addAll(watching.ofFolder(development));
      baseline = SpotTrial.bestDifference(seen);
      lines.addAll(lines(development + " (development)", seen, baseline));
    }
    List<SpotTrial> tested = new ArrayList<>();
    if (truth == null) {
      for (Path folder : given) {
        List<SpotTrial> trials = watching.ofFolder(folder);
        lines.addAll(lines(folder.toString(), trials, baseline));
        tested.addAll(trials);
      }
    } else {
      tested.addAll(watching.ofFilms(given, truth));
      for (int i = 0; i < given.size(); i++) {
        lines.addAll(lines(given.get(i).toString(), List.of(tested.get(i)), baseline));
      }
    }
    if (given.size() > 1) {
      String all = development == null ? "all" : "all but development";
      lines.addAll(lines(all, tested, baseline));
    }
    seen.addAll(tested);
    long frames = seen.stream().mapToLong(trial -> trial.difference().length).sum();
    double speed = frames / ((System.nanoTime() - start) / NANOSECONDS);
    print(
        new Result(
            baseline == null ? null : baseline.threshold(),
            baseline == null ? null : baseline.gap(),
            speed,
            lines,
            watching.problems()));
    return 0;
  }

  private static List<SpotScoreLine> lines(
      String videos, List<SpotTrial> trials, @Nullable DifferenceSpotter baseline) {
    List<SpotScoreLine> lines = new ArrayList<>();
    lines.add(SpotScoreLine.of(videos, "contrast", trials, SpotTrial::contrastScore));
    if (baseline != null) {
      lines.add(
          SpotScoreLine.of(videos, "difference", trials, trial -> trial.differenceScore(baseline)));
    }
    return lines;
  }

  private void print(Result result) throws IOException {
    if (json) {
      terminal.out().println(ResultJson.line(result));
      return;
    }
    result.rows().forEach(line -> terminal.out().println(line.text()));
    String baseline =
        result.threshold() == null
            ? ""
            : String.format(
                Locale.ROOT,
                "difference: threshold %.3f, gap %.2f s; ",
                result.threshold(),
                result.gap());
    terminal
        .out()
        .printf(Locale.ROOT, "%s%.1f frames a second%n", baseline, result.framesPerSecond());
  }
}
