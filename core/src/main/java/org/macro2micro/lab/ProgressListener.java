package org.macro2micro.lab;

/** Is told how many clips of a database are written, by the thread that asked for it. */
@FunctionalInterface
public interface ProgressListener {
  /** Called after each clip. */
  void progress(int doneClips, int allClips);
}
