package org.macro2micro.config;

/**
 * Thrown if a settings file or a key=value can't be used. The message says which one, and what to
 * do.
 */
public final class SettingsException extends Exception {
  private static final long serialVersionUID = 1;

  public SettingsException(String message) {
    super(message);
  }

  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
