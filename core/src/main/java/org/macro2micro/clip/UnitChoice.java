package org.macro2micro.clip;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * An action unit, or several of which the coder could not say which one moved, as in "12 or 14".
 *
 * @param codes the alternatives, at least one; a single one leaves no choice
 */
public record UnitChoice(List<UnitCode> codes) {
  public UnitChoice {
    codes = List.copyOf(codes);
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("action unit: 0 alternatives, expected at least 1");
    }
  }

  /** The unit that is shown whichever alternative is true; empty if they differ or are doubtful. */
  public OptionalInt certain() {
    int number = codes.get(0).number();
    boolean agreed = codes.stream().allMatch(c -> c.number() == number && !c.doubtful());
    return agreed ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** The alternatives as sheets write them, such as "L14A or R14A". */
  @Override
  public String toString() {
    return codes.stream().map(UnitCode::toString).collect(Collectors.joining(" or "));
  }
}
