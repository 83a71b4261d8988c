package org.macro2micro.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.macro2micro.preprocess.Input;

/**
 * What a method must be given.
 *
 * @param inputs what the pixels of its clips may show, at least one
 * @param apex whether the apex decides what it sees; where none is annotated, {@code
 *     preprocess.apex} says which frame it is
 * @param macro whether rows of it can be guided by macro clips in the same form
 * @param units whether it learns from the action units of its training clips
 * @param macroUnits whether it learns from the action units of the macro clips that guide it
 */
public record Needs(
    Set<Input> inputs, boolean apex, boolean macro, boolean units, boolean macroUnits) {
  public Needs {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("needs: found no input, expected at least one");
    }
    inputs = Collections.unmodifiableSet(EnumSet.copyOf(inputs));
  }

  /** Clips as frames. */
  public static Needs frames() {
    return new Needs(Set.of(Input.FRAME), false, false, false, false);
  }

  /** Clips as flow. */
  public static Needs flow() {
    return new Needs(Set.of(Input.FLOW), false, false, false, false);
  }

  /** Clips in any form. */
  public static Needs anything() {
    return new Needs(EnumSet.allOf(Input.class), false, false, false, false);
  }

  /** The same, and an apex. */
  public Needs withApex() {
    return new Needs(inputs, true, macro, units, macroUnits);
  }

  /** The same, and macro clips for the rows that they guide. */
  public Needs withMacro() {
    return new Needs(inputs, apex, true, units, macroUnits);
  }

  /** The same, and the action units of the training clips. */
  public Needs withUnits() {
    return new Needs(inputs, apex, macro, true, macroUnits);
  }

  /** The same, and macro clips with their action units for the rows that they guide. */
  public Needs withMacroUnits() {
    return new Needs(inputs, apex, true, units, true);
  }

  /**
   * Refuses clips of another form before anything is trained on them.
   *
   * @param method named in the error
   * @throws IllegalArgumentException if they are not what the method takes
   */
  public void require(String method, Input found) {
    if (!inputs.contains(found)) {
      throw new IllegalArgumentException(
          "method %s needs preprocess.input=%s, found %s: set methods.%s.preprocess.input, or leave the row out"
              .formatted(
                  method,
                  String.join(" or ", inputs.stream().map(Input::word).toList()),
                  found.word(),
                  method));
    }
  }

  /** The same in words, such as "micro clips as frames; an apex, annotated or assumed". */
  public String words() {
    List<String> ordered = new ArrayList<>();
    for (Input input : inputs) {
      String form =
          switch (input) {
            case FRAME -> "frames";
            case ONSET_DIFFERENCE, NORMALISED_DIFFERENCE -> "differences";
            case FLOW -> "flow";
          };
      if (!ordered.contains(form)) {
        ordered.add(form);
      }
    }
    int last = ordered.size() - 1;
    String list =
        last == 0
            ? ordered.get(0)
            : String.join(", ", ordered.subList(0, last)) + " or " + ordered.get(last);
    return "micro clips as "
        + list
        + (apex ? "; an apex, annotated or assumed" : "")
        + (units ? "; action units of the training clips" : "")
        + (macro ? "; macro clips in the same form for rows that they guide" : "")
        + (macroUnits ? ", with their action units" : "");
  }
}
