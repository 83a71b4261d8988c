package org.macro2micro.annotate;

/** Hears how far the frames of a video have come; called by the thread that asked for them. */
@FunctionalInterface
public interface FrameListener {
  /** Called after each frame. */
  void progress(int doneFrames, int allFrames);
}
