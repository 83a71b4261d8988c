package org.macro2micro.dataset;

/** Why one clip is left out; readers turn it into a {@link Problem}. */
final class UnusableClipException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableClipException(String problem) {
    super(problem);
  }

  /** The reason, never absent. */
  String problem() {
    return String.valueOf(getMessage());
  }
}
