package org.macro2micro.preprocess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One person of those that a clip's frames show: faces that lie near each other from frame to frame
 * are one person's, and the person who is seen in most frames counts; of several the one with both
 * eyes in most of them, then the largest. So neither a second person nor what a detector takes for
 * a face now and then moves the place of the first.
 */
final class FaceGroups {
  /** How far, in widths of a face, a person moves between two frames that are looked at. */
  private static final double MOST_APART = .5;

  private static final double MOST_SCALE = 1.6;

  private FaceGroups() {}

  /**
   * The faces of one person, in the order of the frames, at most one a frame.
   *
   * @param frames what was found, frame by frame
   */
  static List<Face> onePerson(List<List<Face>> frames) {
    List<List<Face>> people = new ArrayList<>();
    for (List<Face> frame : frames) {
      List<List<Face>> met = new ArrayList<>();
      for (Face face : frame) {
        List<Face> person =
            people.stream()
                .filter(known -> !met.contains(known) && isNear(last(known), face))
                .min(Comparator.comparingDouble(known -> apart(last(known), face)))
                .orElseGet(
                    () -> {
                      List<Face> begun = new ArrayList<>();
                      people.add(begun);
                      return begun;
                    });
        person.add(face);
        met.add(person);
      }
    }
    return people.stream()
        .max(
            Comparator.<List<Face>>comparingInt(List::size)
                .thenComparingLong(FaceGroups::withEyes)
                .thenComparingDouble(person -> FacePlacement.median(person, Face::area)))
        .orElse(List.of());
  }

  private static long withEyes(List<Face> person) {
    return person.stream().filter(face -> face.eyes().isPresent()).count();
  }

  private static Face last(List<Face> person) {
    return person.get(person.size() - 1);
  }

  private static boolean isNear(Face a, Face b) {
    return apart(a, b) < MOST_APART
        && a.width() < MOST_SCALE * b.width()
        && b.width() < MOST_SCALE * a.width();
  }

  private static double apart(Face a, Face b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y()) / Math.max(a.width(), b.width());
  }
}
