package org.macro2micro.report.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.experiment.CurvePoint;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.RunResult;

/**
 * All that a page tells. Texts are plain: the page escapes them.
 *
 * @param summary one sentence: what was found
 * @param result the table; its title is the page's
 * @param notes what a table of this size can and can't show, a paragraph each
 * @param curves the epochs of training, each work's in order; may be empty
 * @param strips frames of clips that were called right and wrong; may be empty
 * @param macro MaNet's own accuracy on held-out macro clips, if it was measured
 * @param problems what readers corrected, skipped or left out, a line each; may be empty
 * @param settings every setting: names to texts, numbers, booleans, lists and maps of these
 * @param provenance where the result comes from, if known
 */
public record ReportContent(
    String summary,
    RunResult result,
    List<String> notes,
    List<CurvePoint> curves,
    List<FrameStrip> strips,
    Optional<MacroAccuracy> macro,
    List<String> problems,
    Map<String, Object> settings,
    Optional<Provenance> provenance) {
  public ReportContent {
    notes = List.copyOf(notes);
    curves = List.copyOf(curves);
    strips = List.copyOf(strips);
    problems = List.copyOf(problems);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The page of a table alone. */
  public static ReportContent of(String summary, RunResult result) {
    return new ReportContent(
        summary,
        result,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty());
  }
}
