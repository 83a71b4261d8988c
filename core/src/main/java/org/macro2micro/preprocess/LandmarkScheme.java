package org.macro2micro.preprocess;

import java.util.List;

/**
 * Which points of a face are marked, and in what order.
 *
 * @param name such as "ibug-68"; not blank
 * @param mirrored for each point the position of the one that it becomes when the face is mirrored,
 *     itself for points on the middle line; at least one point
 */
public record LandmarkScheme(String name, List<Integer> mirrored) {
  public LandmarkScheme {
    mirrored = List.copyOf(mirrored);
    if (name.isBlank() || mirrored.isEmpty()) {
      throw new IllegalArgumentException(
          "landmark scheme \"%s\" of %d points: expected a name and at least 1 point"
              .formatted(name, mirrored.size()));
    }
    for (int i = 0; i < mirrored.size(); i++) {
      int partner = mirrored.get(i);
      if (partner < 0 || partner >= mirrored.size() || mirrored.get(partner) != i) {
        throw new IllegalArgumentException(
            "landmark scheme %s: point %d of %d becomes %d when mirrored; expected a point that becomes %d"
                .formatted(name, i, mirrored.size(), partner, i));
      }
    }
  }

  /** Number of points. */
  public int size() {
    return mirrored.size();
  }
}
