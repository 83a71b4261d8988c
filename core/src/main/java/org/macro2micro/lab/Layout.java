package org.macro2micro.lab;

/** The official layouts that the lab writes. */
public enum Layout {
  /** CASME II: a sheet, and cropped micro-expressions from onset to offset. */
  CASME_TWO("casme2"),
  /** CK+: macro-expressions from neutral to peak, one file a label. */
  CK_PLUS("ckplus");

  private final String database;

  Layout(String database) {
    this.database = database;
  }

  /** Short name of the database, such as "casme2". */
  public String database() {
    return database;
  }

  People people() {
    return switch (this) {
      case CASME_TWO -> People.STUDENTS;
      case CK_PLUS -> People.MIXED;
    };
  }

  Studio studio() {
    return switch (this) {
      case CASME_TWO -> Studio.BRIGHT;
      case CK_PLUS -> Studio.DIM;
    };
  }
}
