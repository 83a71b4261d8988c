package org.macro2micro.method;

import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitPrediction;
import org.macro2micro.train.ClipPixels;

/** Tells which action units a clip shows. Holds native memory until closed. */
public interface UnitRecognizer extends AutoCloseable {
  /**
   * One prediction a clip, in the clips' order.
   *
   * @param clips ids that {@code pixels} knows
   * @param pixels the prepared clips
   */
  List<UnitPrediction> predict(List<ClipId> clips, ClipPixels pixels);

  @Override
  void close();
}
