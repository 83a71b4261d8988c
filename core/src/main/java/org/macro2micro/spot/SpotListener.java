package org.macro2micro.spot;

/** Is told how far the spotting has come. */
@FunctionalInterface
public interface SpotListener {
  /**
   * Called after each frame.
   *
   * @param done frames looked at
   * @param all frames of the video as its file says, 0 if it does not say
   */
  void frame(int done, int all);
}
