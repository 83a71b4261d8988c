package org.macro2micro.preprocess;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of several people in a film is followed from the first sight on.
 *
 * @param kind the rule
 * @param number of the face, from 1 at the left of the picture; counts for {@link Kind#NUMBER}
 */
public record FaceChoice(Kind kind, int number) {
  /** The largest face. */
  public static final FaceChoice LARGEST = new FaceChoice(Kind.LARGEST, 1);

  /** The rules. */
  public enum Kind {
    /** The face of the largest area. */
    LARGEST,
    /** The face nearest to the left edge of the picture. */
    LEFT,
    /** The face nearest to the right edge of the picture. */
    RIGHT,
    /** The face of a number, counted from the left. */
    NUMBER
  }

  public FaceChoice {
    if (number < 1) {
      throw new IllegalArgumentException("face %d; expected a number from 1".formatted(number));
    }
  }

  /**
   * Reads what a user writes.
   *
   * @param word largest, left, right, or a number from 1
   * @throws IllegalArgumentException if it is not one of these
   */
  public static FaceChoice of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (Kind kind : List.of(Kind.LARGEST, Kind.LEFT, Kind.RIGHT)) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(lower)) {
        return new FaceChoice(kind, 1);
      }
    }
    if (word.matches("[1-9][0-9]{0,2}")) {
      return new FaceChoice(Kind.NUMBER, Integer.parseInt(word));
    }
    throw new IllegalArgumentException(
        "face \"%s\"; expected left, right, largest, or a number from 1 (from the left)"
            .formatted(word));
  }

  /** The face that is meant; empty if it is not among them. */
  Optional<Face> from(List<Face> faces) {
    List<Face> fromLeft = faces.stream().sorted(Comparator.comparingDouble(Face::x)).toList();
    return switch (kind) {
      case LARGEST -> faces.stream().max(Comparator.comparingDouble(Face::area));
      case LEFT -> fromLeft.stream().findFirst();
      case RIGHT -> faces.stream().max(Comparator.comparingDouble(Face::x));
      case NUMBER ->
          number <= fromLeft.size() ? Optional.of(fromLeft.get(number - 1)) : Optional.empty();
    };
  }
}
