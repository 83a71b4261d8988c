package org.macro2micro.run;

import java.nio.file.Path;
import org.macro2micro.clip.Subject;

/**
 * All rows of an experiment for one person held out, in names alone: whoever does it, wherever,
 * reads the experiment from the run's folder and leaves the results there under their digests.
 *
 * @param run the run's folder, which holds its settings
 * @param heldOut the person
 */
public record FoldJob(Path run, Subject heldOut) {
  private static final String SEPARATOR = "\t";

  /** The job as one line of text. */
  public String line() {
    return String.join(SEPARATOR, heldOut.database(), heldOut.id(), run.toString());
  }

  /**
   * The job of a line.
   *
   * @throws IllegalArgumentException if the line is not one that {@link #line} makes
   */
  public static FoldJob parse(String line) {
    String[] parts = line.split(SEPARATOR, 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "fold job: found \"%s\", expected database, subject and folder".formatted(line));
    }
    return new FoldJob(Path.of(parts[2]), new Subject(parts[0], parts[1]));
  }
}
