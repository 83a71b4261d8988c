package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.macro2micro.method.handcrafted.Descriptor;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ClipView;

/**
 * What the student of {@link Dynamic} makes of a clip, in evaluation mode. One clip at a time, so
 * that the last digits of one don't depend on the others.
 *
 * @param student trained, and not changed
 * @param method named in errors
 * @param view how it takes clips
 */
record StudentFeatures(LoadedNetwork<Dynamic> student, String method, ClipView view)
    implements Descriptor {
  /** {@inheritDoc} Threads wait for each other, as PyTorch takes all processors for one clip. */
  @Override
  public float[] of(PreparedClip clip) {
    view.require(method, clip);
    synchronized (student) {
      try (NDManager step = student.manager().newSubManager()) {
        NDArray images = view.arranged(view.of(step, List.of(clip))).singletonOrThrow();
        return student
            .network()
            .features(new ParameterStore(step, false), images, false)
            .toFloatArray();
      }
    }
  }
}
