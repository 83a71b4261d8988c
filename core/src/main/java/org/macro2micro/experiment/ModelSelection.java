package org.macro2micro.experiment;

/** Which epoch's model a score speaks of; part of the score's name in every table. */
public enum ModelSelection {
  /** The last epoch, whatever it gives. */
  LAST_EPOCH("last epoch"),
  /** The best epoch by training subjects set aside within the fold. */
  INNER_VALIDATION("inner validation"),
  /**
   * The best epoch by the held-out subject's own labels. It leaks, and exists only so that a table
   * published that way can be compared like with like.
   */
  TEST_SELECTED("test-selected (leaks)");

  private final String head;

  ModelSelection(String head) {
    this.head = head;
  }

  /** The words in the head of a table's columns. */
  public String head() {
    return head;
  }
}
