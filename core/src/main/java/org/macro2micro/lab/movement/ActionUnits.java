package org.macro2micro.lab.movement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * How strongly each unit acts on each side of the face.
 *
 * @param left intensities on FACS's scale: 0 (absent) to 5 (the most a face can do; A = 1 ... E =
 *     5); units not named are at rest
 * @param right the same for the right side
 */
public record ActionUnits(Map<ActionUnit, Double> left, Map<ActionUnit, Double> right) {
  /** The strongest intensity, FACS's E. */
  public static final double FULL = 5;

  public ActionUnits {
    for (Map<ActionUnit, Double> side : List.of(left, right)) {
      if (side.values().stream().anyMatch(v -> !(v >= 0 && v <= FULL))) {
        throw new IllegalArgumentException(
            "action units %s: expected intensities in [0, %s]".formatted(side, FULL));
      }
    }
    left = ordered(left);
    right = ordered(right);
  }

  /** A face at rest. */
  public static ActionUnits none() {
    return both(Map.of());
  }

  /** The same intensities on both sides. */
  public static ActionUnits both(Map<ActionUnit, Double> intensities) {
    return new ActionUnits(intensities, intensities);
  }

  /** Intensity of a unit on one side, 0 to 5. */
  public double at(Side side, ActionUnit unit) {
    return (side == Side.LEFT ? left : right).getOrDefault(unit, 0.0);
  }

  /** Share of the full movement of a unit on one side, 0 to 1. */
  public double share(Side side, ActionUnit unit) {
    return at(side, unit) / FULL;
  }

  /** Share of the full movement of a unit, mean of both sides, 0 to 1. */
  public double share(ActionUnit unit) {
    return (share(Side.LEFT, unit) + share(Side.RIGHT, unit)) / 2;
  }

  /** All intensities times a factor in [0, 1]. */
  public ActionUnits scaled(double factor) {
    return new ActionUnits(scaled(left, factor), scaled(right, factor));
  }

  /**
   * Returns both movements at once. Where both move a unit, the intensities add up, to 5 at most.
   */
  public ActionUnits plus(ActionUnits other) {
    return new ActionUnits(sum(left, other.left), sum(right, other.right));
  }

  /** The units that act, as a sheet writes them: "4+9+17". */
  public String numbers() {
    StringJoiner text = new StringJoiner("+");
    for (ActionUnit unit : ActionUnit.values()) {
      if (share(unit) > 0) {
        text.add(String.valueOf(unit.number()));
      }
    }
    return text.toString();
  }

  private static Map<ActionUnit, Double> scaled(Map<ActionUnit, Double> side, double factor) {
    Map<ActionUnit, Double> scaled = new EnumMap<>(ActionUnit.class);
    side.forEach((unit, intensity) -> scaled.put(unit, intensity * factor));
    return scaled;
  }

  private static Map<ActionUnit, Double> sum(Map<ActionUnit, Double> a, Map<ActionUnit, Double> b) {
    Map<ActionUnit, Double> sum = new EnumMap<>(ActionUnit.class);
    sum.putAll(a);
    b.forEach((unit, intensity) -> sum.merge(unit, intensity, (x, y) -> Math.min(FULL, x + y)));
    return sum;
  }

  /** A copy in the order of the units, so that sums have the same last bit. */
  private static Map<ActionUnit, Double> ordered(Map<ActionUnit, Double> side) {
    Map<ActionUnit, Double> copy = new EnumMap<>(ActionUnit.class);
    copy.putAll(side);
    return Collections.unmodifiableMap(copy);
  }
}
