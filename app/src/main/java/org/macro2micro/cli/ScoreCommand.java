package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.macro2micro.experiment.RunScores;
import org.macro2micro.report.TextTable;
import org.macro2micro.run.PredictedRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores predictions that are already there, those of this program or of another. */
@Command(
    name = "score",
    description = {
      "Scores the predictions of finished runs or of another program.",
      "It prints accuracy, UF1 and UAR with 95%% intervals over subjects, for all clips and for each"
          + " database. Several runs are several seeds of the same settings. A run is a folder with a"
          + " file predictions.jsonl, written by any program, with a line for each clip:",
      "{\"row\": \"mine\", \"clip\": \"casme2/sub01/EP02_01f\", \"subject\": \"casme2/sub01\",",
      " \"truth\": \"positive\", \"predicted\": \"negative\", \"probabilities\": []}"
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: macro2micro score runs/a-1 runs/a-2 runs/a-3"})
final class ScoreCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "Folders of runs, one for each seed.")
  private List<Path> runs = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  ScoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Set<Path> once = new HashSet<>();
    for (Path run : runs) {
      if (!once.add(run.toAbsolutePath().normalize())) {
        throw new InputException(
            "score: %s is named twice and would count as two seeds; name it once".formatted(run));
      }
    }
    RunScores scores = PredictedRows.scores(runs);
    if (json) {
      terminal.out().println(ResultJson.line(scores));
      return 0;
    }
    terminal.out().print(TextTable.scores(scores).plain());
    TextTable.databases(scores)
        .ifPresent(
            table -> {
              terminal.out().println();
              terminal.out().print(table.plain());
            });
    scores.rows().forEach(row -> row.notes().forEach(terminal.out()::println));
    return 0;
  }
}
