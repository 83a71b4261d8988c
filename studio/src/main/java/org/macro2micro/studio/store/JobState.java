package org.macro2micro.studio.store;

import java.util.Locale;

/** Where a job stands. */
public enum JobState {
  /** It waits. */
  QUEUED,
  /** It is worked at. */
  RUNNING,
  /** Its result is there. */
  DONE,
  /** It has none, for the reason that it says. */
  FAILED,
  /** Its owner did not want it any more. */
  CANCELLED;

  /** Returns the word for it, such as "queued". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing more happens to it. */
  public boolean isOver() {
    return this != QUEUED && this != RUNNING;
  }
}
