package org.macro2micro.report.table;

import java.util.List;
import java.util.Optional;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.SeedScore;
import org.macro2micro.metric.Score;
import org.macro2micro.report.NumberText;

/**
 * One number of the paper's table with everything known of it.
 *
 * @param group the head it stands under
 * @param metric which score
 * @param measured what was found
 * @param paper what the paper prints, if it does
 * @param difference to row L_c; empty for that row and for single databases of a composite
 */
record TableLine(
    TableGroup group,
    Score metric,
    SeedScore measured,
    Optional<Double> paper,
    Optional<RowDifference> difference) {

  /** "measured (paper)" such as ".614 (.715)"; the measured number alone if the paper has none. */
  String cell() {
    return NumberText.brief(measured.mean()) + inBrackets(paper);
  }

  /**
   * "- (paper)" such as "- (.715)" where nothing was measured; "-" if the paper has none either.
   */
  static String unmeasured(Optional<Double> paper) {
    return "-" + inBrackets(paper);
  }

  private static String inBrackets(Optional<Double> paper) {
    return paper.map(number -> " (" + NumberText.brief(number) + ")").orElse("");
  }

  /** ".614 [.551, .688]". */
  String withInterval() {
    return NumberText.brief(measured.mean()) + " " + NumberText.briefInterval(measured.interval());
  }

  /** Each seed's score. */
  List<String> bySeed() {
    return measured.bySeed().stream().map(NumberText::brief).toList();
  }

  /** "+.021 [-.013, +.054]", or "-". */
  String versus() {
    return difference
        .map(
            d ->
                NumberText.briefDifference(d.difference())
                    + " "
                    + NumberText.briefDifferenceInterval(d.interval()))
        .orElse("-");
  }

  /** ".012", or "-". */
  String p() {
    return difference.map(d -> NumberText.briefP(d.p())).orElse("-");
  }
}
