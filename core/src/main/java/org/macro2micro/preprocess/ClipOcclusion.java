package org.macro2micro.preprocess;

import org.macro2micro.clip.ClipId;

/**
 * A clip that can be prepared again as if nothing moved in one square of the face. What is hidden
 * carries no movement: in each frame the square shows what the onset frame shows there, and where a
 * clip is prepared as flow, its flow and strain are zero there. This is a choice of ours. The grey
 * square of Zeiler and Fergus would itself come and go in differences of frames, and a network that
 * has learnt small movements takes its edges for a large one.
 *
 * <p>The onset's patch is set into the aligned frames at the size that the method takes, before
 * they are mixed to T frames, magnified or subtracted, so that every kind of input sees the same
 * hidden thing. Where the face is, its apex and its landmarks stay those of the whole clip: they
 * are places and not movements. A closed one must not be used.
 */
public interface ClipOcclusion extends AutoCloseable {
  /** The clip with nothing hidden, as it is prepared for predictions. */
  PreparedClip whole();

  /**
   * The clip with the movement in a square hidden in all frames at once.
   *
   * @param id the name that the result gets
   */
  PreparedClip without(ClipId id, FaceSquare square) throws PreparationException;

  /**
   * The aligned face at the apex: what squares are places of.
   *
   * @param size pixels of the square picture
   * @return red, green and blue planes of size*size values in [0, 1]
   */
  float[] apexFace(int size);

  @Override
  void close();
}
