package org.macro2micro.metric;

/** What is known of an action unit in a clip. */
public enum UnitState {
  /** People coded it, without doubt. */
  SHOWN,
  /** A complete coding does not name it. */
  ABSENT,
  /** Nobody can say: it is doubtful, one of several alternatives, or the coding is incomplete. */
  UNKNOWN
}
