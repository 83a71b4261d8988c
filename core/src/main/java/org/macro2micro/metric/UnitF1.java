package org.macro2micro.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;
import org.macro2micro.seed.SeedPath;

/**
 * F1 averaged over action units, each from the pooled counts of all clips of which it is known. A
 * unit that no clip or every clip shows has no F1 and is left out of the mean.
 */
public final class UnitF1 {
  private UnitF1() {}

  /**
   * The counts of each unit.
   *
   * @param units K, how many there are
   * @throws IllegalArgumentException if a clip occurs twice or has another number of units
   */
  public static List<UnitTally> tallies(int units, Collection<ScoredUnits> clips) {
    List<UnitTally> sum = none(units);
    bySubject(units, clips).forEach(person -> add(sum, person));
    return List.copyOf(sum);
  }

  /** The mean over the units that have an F1; empty if none has. */
  public static OptionalDouble macro(List<UnitTally> tallies) {
    return tallies.stream()
        .map(UnitTally::f1)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  /**
   * The central 95% of {@link #macro} over 2000 draws of as many people, with replacement, each
   * with all clips. A draw's mean is over the units that have an F1 in it; a draw without any is
   * left out.
   *
   * @param seed names the draws
   * @return empty if no draw has a mean
   */
  public static Optional<Interval> interval(
      int units, Collection<ScoredUnits> clips, SeedPath seed) {
    List<List<UnitTally>> people = bySubject(units, clips);
    if (people.isEmpty()) {
      return Optional.empty();
    }
    RandomGenerator random = seed.random();
    List<Double> values = new ArrayList<>();
    for (int draw = 0; draw < SubjectBootstrap.DEFAULT_RESAMPLES; draw++) {
      List<UnitTally> sum = none(units);
      for (int i = 0; i < people.size(); i++) {
        add(sum, people.get(random.nextInt(people.size())));
      }
      macro(sum).ifPresent(values::add);
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Interval.central(
                values.stream().mapToDouble(value -> value).toArray(),
                SubjectBootstrap.DEFAULT_SHARE));
  }

  private static List<List<UnitTally>> bySubject(int units, Collection<ScoredUnits> clips) {
    Map<Subject, List<UnitTally>> people = new TreeMap<>();
    Set<ClipId> seen = new HashSet<>();
    for (ScoredUnits clip : clips) {
      if (!seen.add(clip.id()) || clip.truth().size() != units) {
        throw new IllegalArgumentException(
            "clip %s: expected once, with %d action units".formatted(clip.id(), units));
      }
      List<UnitTally> own = people.computeIfAbsent(clip.id().subject(), subject -> none(units));
      for (int k = 0; k < units; k++) {
        own.set(k, own.get(k).plus(clip.truth().get(k), clip.predicted().get(k)));
      }
    }
    return List.copyOf(people.values());
  }

  private static List<UnitTally> none(int units) {
    return new ArrayList<>(Collections.nCopies(units, UnitTally.NONE));
  }

  private static void add(List<UnitTally> sum, List<UnitTally> person) {
    for (int k = 0; k < sum.size(); k++) {
      sum.set(k, sum.get(k).plus(person.get(k)));
    }
  }
}
