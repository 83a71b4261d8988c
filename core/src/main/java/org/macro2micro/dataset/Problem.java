package org.macro2micro.dataset;

import java.util.Locale;

/**
 * Something in a database that a reader corrected, left out or noted.
 *
 * @param clip the clip's id; for what belongs to no clip, what it is about: a sheet's row, a file,
 *     or the database
 * @param problem what was found, where, and what was expected
 * @param action what the reader did about it
 */
public record Problem(String clip, String problem, Action action) {
  /** What a reader does about a problem. */
  public enum Action {
    /** The clip takes part, with the correction that the problem describes. */
    CORRECTED,
    /** The clip does not take part. */
    LEFT_OUT,
    /** Nothing was changed, or something only optional is missing. */
    NOTED;

    /** The action in plain words, such as "left out". */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The problem as one line of text. */
  @Override
  public String toString() {
    return clip + ": " + problem + " [" + action.words() + "]";
  }
}
