package org.macro2micro.dataset;

import java.nio.file.Path;

/**
 * Thrown if a database can't be read at all. The message names the path, what was expected, and
 * what to do.
 */
public final class DatasetException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Path where;

  /**
   * An error of the form "problem: where. Expected ... cure".
   *
   * @param problem what was found
   * @param where the file or folder it was found in
   * @param expected what should have been there
   * @param cure what the user can do
   */
  public DatasetException(String problem, Path where, String expected, String cure) {
    super(problem + ": " + where + ". Expected " + expected + ". " + cure);
    this.where = where;
  }

  /** Returns the file or folder at fault. */
  public Path where() {
    return where;
  }
}
