package org.macro2micro.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;

/**
 * One division of the clips in which a person or a whole database is tested. Nobody is on both
 * sides; a fold that breaks this can't be built.
 *
 * @param heldOut what is tested, "casme2/sub01" or "casme2"
 * @param training clips of other people, at least two
 * @param test clips, at least one
 */
public record UnitFold(String heldOut, List<ClipId> training, List<ClipId> test) {
  private static final int LEAST = 2;

  public UnitFold {
    training = List.copyOf(training);
    test = List.copyOf(test);
    if (training.size() < LEAST || test.isEmpty()) {
      throw new IllegalArgumentException(
          "fold %s: %d training clips and %d test clips; expected at least %d and 1"
              .formatted(heldOut, training.size(), test.size(), LEAST));
    }
    Set<Subject> trained = new HashSet<>();
    training.forEach(id -> trained.add(id.subject()));
    for (ClipId id : test) {
      if (trained.contains(id.subject())) {
        throw new IllegalArgumentException(
            "fold %s: person %s is trained on and tested".formatted(heldOut, id.subject()));
      }
    }
  }
}
