package org.macro2micro.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;

/**
 * One division of the clips: everything of one person is tested, and nothing of that person is
 * trained on. A fold that breaks this can't be built.
 *
 * @param heldOut the person tested
 * @param training clips of other people, each once
 * @param test clips of that person, at least one, each once
 */
public record Fold(Subject heldOut, List<ClipId> training, List<ClipId> test) {
  public Fold {
    training = List.copyOf(training);
    test = List.copyOf(test);
    if (test.isEmpty()) {
      throw new IllegalArgumentException("fold " + heldOut + ": 0 test clips; it needs at least 1");
    }
    Set<ClipId> seen = new HashSet<>();
    for (ClipId id : training) {
      if (id.subject().equals(heldOut)) {
        throw new IllegalArgumentException(
            "fold %s: training clip %s shows the person held out".formatted(heldOut, id));
      }
      requireNew(heldOut, seen, id);
    }
    for (ClipId id : test) {
      if (!id.subject().equals(heldOut)) {
        throw new IllegalArgumentException(
            "fold %s: test clip %s shows somebody else".formatted(heldOut, id));
      }
      requireNew(heldOut, seen, id);
    }
  }

  private static void requireNew(Subject heldOut, Set<ClipId> seen, ClipId id) {
    if (!seen.add(id)) {
      throw new IllegalArgumentException("fold " + heldOut + ": clip " + id + " occurs twice");
    }
  }
}
