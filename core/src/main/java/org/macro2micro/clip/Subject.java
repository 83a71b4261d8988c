package org.macro2micro.clip;

/**
 * A person, known within one database. "sub01" of two databases are two people.
 *
 * @param database short name of the database, such as "casme2"; no slash, not blank
 * @param id the database's own name for the person, such as "sub01" or "006"; no slash, not blank
 */
public record Subject(String database, String id) implements Comparable<Subject> {
  public Subject {
    ClipId.requireName("database", database);
    ClipId.requireName("subject", id);
  }

  @Override
  public int compareTo(Subject other) {
    int byDatabase = database.compareTo(other.database);
    return byDatabase != 0 ? byDatabase : id.compareTo(other.id);
  }

  /** The subject as "database/id". */
  @Override
  public String toString() {
    return database + "/" + id;
  }
}
