package org.macro2micro.annotate;

/** Is told how many frames of a video are done, by the thread that asked for them. */
@FunctionalInterface
public interface FrameListener {
  /** Called after each frame. */
  void progress(int doneFrames, int allFrames);
}
