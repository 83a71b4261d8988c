package org.macro2micro.run;

import java.nio.file.Path;
import java.util.List;
import org.macro2micro.experiment.UnitScores;

/**
 * What a run over action units found.
 *
 * @param heldOut "subject" or "database"
 * @param folds how many folds there were
 * @param scores of each method, over all clips and over each database
 * @param problems what was corrected, left out or noted, a line each
 * @param seconds how long it took
 * @param folder where predictions and scores lie
 */
public record UnitOutcome(
    String heldOut,
    int folds,
    List<UnitScores> scores,
    List<String> problems,
    double seconds,
    Path folder) {
  public UnitOutcome {
    scores = List.copyOf(scores);
    problems = List.copyOf(problems);
  }
}
