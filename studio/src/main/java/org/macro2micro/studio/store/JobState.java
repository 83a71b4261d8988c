package org.macro2micro.studio.store;

import java.util.Locale;

/** The states of a job. */
public enum JobState {
  /** The job waits. */
  QUEUED,
  /** A process works at the job. */
  RUNNING,
  /** The job has a result. */
  DONE,
  /** The job ended without a result, and its problem says why. */
  FAILED,
  /** The owner of the job did not want it any more. */
  CANCELLED;

  /** Returns the word for the state, such as "queued". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Returns whether the job has ended. */
  public boolean isOver() {
    return this != QUEUED && this != RUNNING;
  }
}
