package org.macro2micro.studio.analysis;

import java.util.Locale;

/** Refuses a film; the message says why, and what to do. */
public final class RefusedFilm extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** The reasons for which a film is refused. */
  public enum Reason {
    /** It can't be read as a film. */
    UNREADABLE("The film can't be read"),
    /** It lasts longer than the limit. */
    TOO_LONG("The film is too long"),
    /** Its frames are larger than the limit. */
    TOO_LARGE("The film's frames are too large"),
    /** The disk has no room for its frames. */
    NO_ROOM("The service's disk is full"),
    /** The model can't be used. */
    MODEL("The model can't be used");

    private final String title;

    Reason(String title) {
      this.title = title;
    }

    /** Returns the word for programs, such as "too-long". */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a few words for people. */
    public String title() {
      return title;
    }
  }

  RefusedFilm(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  RefusedFilm(Reason reason, String message, Exception cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Returns why it is refused. */
  public Reason reason() {
    return reason;
  }
}
