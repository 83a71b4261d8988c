package org.macro2micro.lab;

/** Hears how far the writing of a database has come; called by the thread that asked for it. */
@FunctionalInterface
public interface ProgressListener {
  /** Called after each clip. */
  void progress(int doneClips, int allClips);
}
