package org.macro2micro.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.macro2micro.experiment.MacroCheck;
import org.macro2micro.experiment.RunResult;

/**
 * What a finished run has to show.
 *
 * @param result the table
 * @param macro MaNet's own check, if the run had macro clips and held some out
 * @param summary one sentence: what was found
 * @param notes what a table of this size can and can't show
 * @param problems what was corrected, left out or noted
 * @param report the page
 * @param seconds from start to end
 */
public record RunOutcome(
    RunResult result,
    Optional<MacroCheck> macro,
    String summary,
    List<String> notes,
    List<String> problems,
    Path report,
    double seconds) {
  public RunOutcome {
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }
}
