package org.macro2micro.run;

/** Is told how far a run has come. */
public interface RunListener {
  /**
   * Called when a new piece of work begins and the one before is over.
   *
   * @param name what is done, such as "prepare micro clips"
   * @param steps how many steps it has, at least 0
   */
  void begin(String name, long steps);

  /** Called when this number of steps of the present piece is done. */
  void done(long steps);

  /**
   * Called with what is under way within the present step, such as the folds of several processes
   * and how far each is.
   */
  default void underway(String text) {}

  /** Called with something worth a line, such as a clip that was left out. */
  void note(String text);

  /** Returns a listener that ignores everything it is told. */
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
