package org.macro2micro.clip;

/**
 * The name by which predictions and truth are joined: unique over all databases.
 *
 * @param subject the person shown
 * @param name the clip's name within the subject, such as "EP02_01f"; no slash, not blank
 */
public record ClipId(Subject subject, String name) implements Comparable<ClipId> {
  public ClipId {
    requireName("clip", name);
  }

  /** The id of clip {@code name} of person {@code subject} in {@code database}. */
  public static ClipId of(String database, String subject, String name) {
    return new ClipId(new Subject(database, subject), name);
  }

  /**
   * Reads the form that {@link #toString()} writes.
   *
   * @throws IllegalArgumentException if the text is not database/subject/clip
   */
  public static ClipId parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "clip id \""
              + text
              + "\": expected database/subject/clip, such as casme2/sub01/EP02_01f");
    }
    return of(parts[0], parts[1], parts[2]);
  }

  @Override
  public int compareTo(ClipId other) {
    int bySubject = subject.compareTo(other.subject);
    return bySubject != 0 ? bySubject : name.compareTo(other.name);
  }

  /** The id as "database/subject/clip". */
  @Override
  public String toString() {
    return subject + "/" + name;
  }

  static void requireName(String what, String value) {
    if (value.isBlank() || value.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          what + " name \"" + value + "\": must not be blank and must not contain a slash");
    }
  }
}
