package org.macro2micro.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;

/** Says whose clips a fold tests with a network that the other clips have taught. */
public enum HoldOut {
  /** Each person is held out once, in the folds of {@link LeaveOneSubjectOut}. */
  SUBJECT("subject") {
    @Override
    public List<UnitFold> folds(Collection<ClipId> clips) {
      return LeaveOneSubjectOut.folds(clips).stream()
          .map(fold -> new UnitFold(fold.heldOut().toString(), fold.training(), fold.test()))
          .toList();
    }
  },
  /** Each database is held out once; all the other databases teach. */
  DATABASE("database") {
    @Override
    public List<UnitFold> folds(Collection<ClipId> clips) {
      SortedMap<String, List<ClipId>> databases = new TreeMap<>();
      clips.stream()
          .sorted()
          .forEach(
              id ->
                  databases
                      .computeIfAbsent(id.subject().database(), name -> new ArrayList<>())
                      .add(id));
      if (databases.size() < 2) {
        throw new IllegalArgumentException(
            "leave one database out: clips of %s alone; it needs at least 2 databases"
                .formatted(databases.keySet()));
      }
      List<UnitFold> folds = new ArrayList<>();
      databases.forEach(
          (heldOut, test) -> {
            List<ClipId> training = new ArrayList<>();
            databases.forEach(
                (name, ids) -> training.addAll(name.equals(heldOut) ? List.of() : ids));
            folds.add(new UnitFold(heldOut, training, test));
          });
      return List.copyOf(folds);
    }
  };

  private final String word;

  HoldOut(String word) {
    this.word = word;
  }

  /** Returns its name on the command line, such as "subject". */
  public String word() {
    return word;
  }

  /**
   * Returns a fold for each person or database that is held out, in order; the order in which clips
   * are handed in does not matter.
   *
   * @throws IllegalArgumentException if there are fewer than two, or a fold has too few clips
   */
  public abstract List<UnitFold> folds(Collection<ClipId> clips);
}
