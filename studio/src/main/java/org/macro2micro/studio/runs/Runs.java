package org.macro2micro.studio.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.Row;
import org.macro2micro.metric.Score;
import org.macro2micro.run.RunComparison;

/** The runs that a studio shows. */
public final class Runs {
  private final RunFolders folders;
  private final RunSummaries summaries = new RunSummaries();

  /**
   * Shows the runs of a folder.
   *
   * @param root the folder; empty if no runs are shown
   */
  public Runs(Optional<Path> root) {
    folders = new RunFolders(root);
  }

  /**
   * One score of two rows.
   *
   * @param difference b less a
   * @param interval 95% of the difference, low and high
   * @param p two-sided, paired permutation test over subjects
   */
  public record Compared(double a, double b, double difference, List<Double> interval, double p) {}

  /**
   * Two rows beside each other.
   *
   * @param clips the number of clips that both have
   * @param subjects the number of people in these clips
   * @param text the same in words
   */
  public record Comparison(int clips, int subjects, Compared uf1, Compared uar, String text) {}

  /** Returns all runs whose predictions can be read. */
  public List<RunSummary> all() throws IOException {
    return summaries.of(folders.all());
  }

  /**
   * Returns a run, or nothing if no run has this id.
   *
   * @throws SettingsException if its predictions can't be scored
   */
  public Optional<RunDetail> find(String id) throws IOException, SettingsException {
    Optional<RunFolders.Place> place = folders.find(id);
    return place.isEmpty() ? Optional.empty() : Optional.of(RunDetail.of(place.get()));
  }

  /**
   * Compares a row of one run with a row of another; returns nothing if no run has one of the ids.
   *
   * @throws SettingsException if they can't be compared; the message says why
   */
  public Optional<Comparison> compare(String first, Row firstRow, String second, Row secondRow)
      throws IOException, SettingsException {
    Optional<RunFolders.Place> a = folders.find(first);
    Optional<RunFolders.Place> b = folders.find(second);
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    RunComparison found;
    try {
      found =
          RunComparison.of(
              new RunComparison.Side(List.of(a.get().path()), firstRow),
              new RunComparison.Side(List.of(b.get().path()), secondRow));
    } catch (SettingsException e) {
      String message = String.valueOf(e.getMessage());
      throw new SettingsException(
          message
              .replace(a.get().path().toString(), a.get().title())
              .replace(b.get().path().toString(), b.get().title()),
          e);
    }
    Compared uf1 = compared(found, Score.UF1);
    String text =
        String.format(
            Locale.ROOT,
            "%d clips of %d people: UF1 %.4f and %.4f, difference %+.4f, 95%% interval %+.4f to %+.4f, p %.4f. %s",
            found.clips(),
            found.subjects(),
            uf1.a(),
            uf1.b(),
            uf1.difference(),
            uf1.interval().get(0),
            uf1.interval().get(1),
            uf1.p(),
            String.join(" ", found.notes()));
    return Optional.of(
        new Comparison(
            found.clips(), found.subjects(), uf1, compared(found, Score.UAR), text.strip()));
  }

  private static Compared compared(RunComparison comparison, Score score) {
    RunComparison.Line line =
        comparison.lines().stream()
            .filter(each -> each.score().equals(score.key()))
            .findFirst()
            .orElseThrow();
    return new Compared(
        line.first(), line.second(), line.difference(), RunDetail.ends(line.interval()), line.p());
  }
}
