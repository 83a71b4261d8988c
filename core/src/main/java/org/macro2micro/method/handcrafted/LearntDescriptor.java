package org.macro2micro.method.handcrafted;

import java.util.Iterator;
import org.macro2micro.preprocess.PreparedClip;

/**
 * A descriptor that must first see clips. Learning sees no labels, and must see the training clips
 * of a fold only. What is learnt is plain numbers, so that a model can keep them.
 */
public interface LearntDescriptor {
  /**
   * What is learnt from these clips, in an order of its own that {@link #with} knows. The same
   * clips in any order give the same bits.
   *
   * @throws IllegalArgumentException if there are no clips, or as {@link Descriptor#of} does
   */
  float[] learn(Iterator<PreparedClip> training);

  /**
   * The descriptor that what was learnt makes.
   *
   * @throws IllegalArgumentException if that is not what {@link #learn} gives with these settings
   */
  Descriptor with(float[] learnt);

  /** A descriptor that has nothing to learn. */
  static LearntDescriptor fixed(Descriptor descriptor) {
    return new LearntDescriptor() {
      @Override
      public float[] learn(Iterator<PreparedClip> training) {
        return new float[0];
      }

      @Override
      public Descriptor with(float[] learnt) {
        return descriptor;
      }
    };
  }
}
