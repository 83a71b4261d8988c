package org.macro2micro.clip;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The action units that people saw in a clip. A clip that nobody coded has no coding; a clip that
 * was coded and in which no unit moved has a coding without units: {@link #none}.
 *
 * @param choices the units in the order in which they were written
 * @param complete whether all that was written could be read: a unit that is missing from a
 *     complete coding was not seen, of one missing from an incomplete coding nothing is known
 */
public record UnitCoding(List<UnitChoice> choices, boolean complete) {
  public UnitCoding {
    choices = List.copyOf(choices);
    if (choices.isEmpty() && !complete) {
      throw new IllegalArgumentException(
          "action units: an incomplete coding without units says nothing; expected no coding instead");
    }
  }

  /** The coding of a clip that was coded and shows no unit. */
  public static UnitCoding none() {
    return new UnitCoding(List.of(), true);
  }

  /** The numbers of the units that are shown whichever alternatives are true, without doubt. */
  public SortedSet<Integer> certain() {
    SortedSet<Integer> numbers = new TreeSet<>();
    choices.forEach(choice -> choice.certain().ifPresent(number -> numbers.add(number)));
    return numbers;
  }

  /** The numbers of all units that are named, alternatives and doubtful ones among them. */
  public SortedSet<Integer> possible() {
    SortedSet<Integer> numbers = new TreeSet<>();
    choices.forEach(choice -> choice.codes().forEach(code -> numbers.add(code.number())));
    return numbers;
  }

  /** The units as sheets write them, such as "4+12 or 14"; "+?" ends an incomplete coding. */
  @Override
  public String toString() {
    String text = choices.stream().map(UnitChoice::toString).collect(Collectors.joining("+"));
    return complete ? text : text + "+?";
  }
}
