package org.macro2micro.studio.store;

/** The database can't be read or written; the message says what was wanted. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
