package org.macro2micro.method.graph;

import org.macro2micro.preprocess.PreparedClip;

/** Reads the patches of a picture of what changed in a clip as one sequence. */
@FunctionalInterface
interface PatchSequences {
  /**
   * @param clip frames of a face, the first of them its onset
   * @param factor of the magnification
   * @return {@value FacePatches#LENGTH} numbers in [0, 1]
   */
  float[] of(PreparedClip clip, double factor);
}
