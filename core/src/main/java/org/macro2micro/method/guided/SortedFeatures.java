package org.macro2micro.method.guided;

import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.Recognizer;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.train.ClipPixels;

/**
 * A machine that sorts by the features of a network, and the network.
 *
 * @param student closed with this
 * @param machine holds nothing native
 */
record SortedFeatures(LoadedNetwork<Dynamic> student, Recognizer machine) implements Recognizer {
  @Override
  public List<Prediction> predict(List<ClipId> clips, ClipPixels pixels) {
    return machine.predict(clips, pixels);
  }

  @Override
  public void close() {
    machine.close();
    student.close();
  }
}
