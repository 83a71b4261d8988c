package org.macro2micro.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.ScoredUnits;
import org.macro2micro.metric.UnitF1;
import org.macro2micro.metric.UnitTally;
import org.macro2micro.seed.SeedPath;

/**
 * The scores of one method over all clips or over those of one database.
 *
 * @param row the method
 * @param part {@link Scoreboard#ALL}, or a database
 * @param clips tested clips
 * @param subjects people they show
 * @param f1 mean of F1 over the units that have one; null if none has
 * @param interval 95%, bootstrap over subjects; null where there is no mean
 * @param units each unit, in the task's order
 */
public record UnitScores(
    String row,
    String part,
    int clips,
    int subjects,
    @Nullable Double f1,
    @Nullable Interval interval,
    List<Line> units) {
  private static final SeedPath CHANCE = SeedPath.root(1).child("score").child("bootstrap");

  /**
   * One unit.
   *
   * @param unit its number
   * @param known clips of which it is known whether they show it
   * @param shown clips that show it
   * @param predicted clips of the known ones that were said to show it
   * @param f1 null if no clip or every clip shows it
   */
  public record Line(int unit, int known, int shown, int predicted, @Nullable Double f1) {
    private static Line of(int unit, UnitTally tally) {
      OptionalDouble f1 = tally.f1();
      return new Line(
          unit,
          tally.known(),
          tally.shown(),
          tally.predicted(),
          f1.isPresent() ? f1.getAsDouble() : null);
    }

    /** Returns why there is no F1, or an empty text if there is one. */
    public String reason() {
      return f1 != null
          ? ""
          : known == 0
              ? "it is not known of any clip"
              : shown == 0 ? "no clip shows it" : "every clip shows it";
    }
  }

  public UnitScores {
    units = List.copyOf(units);
  }

  /** The scores over all clips, then, if there are several databases, over each one's. */
  public static List<UnitScores> of(String row, List<Integer> units, List<ScoredUnits> clips) {
    List<UnitScores> scores = new ArrayList<>(List.of(of(row, Scoreboard.ALL, units, clips)));
    TreeSet<String> databases = new TreeSet<>();
    clips.forEach(clip -> databases.add(clip.id().subject().database()));
    if (databases.size() > 1) {
      for (String database : databases) {
        List<ScoredUnits> own =
            clips.stream().filter(clip -> clip.id().subject().database().equals(database)).toList();
        scores.add(of(row, database, units, own));
      }
    }
    return scores;
  }

  private static UnitScores of(
      String row, String part, List<Integer> units, List<ScoredUnits> clips) {
    List<UnitTally> tallies = UnitF1.tallies(units.size(), clips);
    List<Line> lines = new ArrayList<>();
    for (int k = 0; k < units.size(); k++) {
      lines.add(Line.of(units.get(k), tallies.get(k)));
    }
    OptionalDouble f1 = UnitF1.macro(tallies);
    long subjects = clips.stream().map(clip -> clip.id().subject()).distinct().count();
    return new UnitScores(
        row,
        part,
        clips.size(),
        (int) subjects,
        f1.isPresent() ? f1.getAsDouble() : null,
        f1.isPresent() ? UnitF1.interval(units.size(), clips, CHANCE).orElse(null) : null,
        lines);
  }

  /** Says of each unit without F1 why it has none, a sentence each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Line line : units) {
      if (line.f1() == null) {
        notes.add(
            "%s%s: action unit %d has no F1, as %s; it is left out of the mean."
                .formatted(
                    row,
                    part.equals(Scoreboard.ALL) ? "" : " on " + part,
                    line.unit(),
                    line.reason()));
      }
    }
    return notes;
  }
}
