package org.macro2micro.run;

/** Hears how far a run has come. */
public interface RunListener {
  /**
   * A new piece of work begins; the one before is over.
   *
   * @param name what is done, such as "prepare micro clips"
   * @param steps how many steps it has, at least 0
   */
  void begin(String name, long steps);

  /** So many steps of the present piece are done. */
  void done(long steps);

  /** Something worth a line, such as a clip that was left out. */
  void note(String text);

  /** Hears nothing. */
  static RunListener silent() {
    return new RunListener() {
      @Override
      public void begin(String name, long steps) {}

      @Override
      public void done(long steps) {}

      @Override
      public void note(String text) {}
    };
  }
}
