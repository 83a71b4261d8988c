package org.macro2micro.cli;

/** Arguments that parse but can't be used; the message says which and what to do. */
final class InputException extends Exception {
  private static final long serialVersionUID = 1;

  InputException(String message) {
    super(message);
  }

  InputException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }
}
