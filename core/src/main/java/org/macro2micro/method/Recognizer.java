package org.macro2micro.method;

import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.train.ClipPixels;

/** A trained method. Holds native memory until closed. */
public interface Recognizer extends AutoCloseable {
  /**
   * One prediction a clip, in the clips' order; a clip's prediction depends on no other clip,
   * except that the last digits of its probabilities may depend on how many are predicted at once.
   *
   * @param clips ids that {@code pixels} knows
   * @param pixels the prepared clips
   */
  List<Prediction> predict(List<ClipId> clips, ClipPixels pixels);

  @Override
  void close();
}
