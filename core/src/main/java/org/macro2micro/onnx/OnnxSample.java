package org.macro2micro.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.macro2micro.method.NetworkRecognizer;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.InputArray;

/** Arrays of real clips as a graph takes them, with what it must make of them. */
public final class OnnxSample {
  private OnnxSample() {}

  /**
   * The arrays under the names that they have in the graph, and {@link OnnxModel#OUTPUT} as this
   * software computes it, as the bytes of an npz file.
   *
   * @param inputs what the arrays are, as the recogniser's view says
   * @param clips at least one, all of one size
   */
  public static byte[] of(
      NetworkRecognizer recognizer, List<InputArray> inputs, List<PreparedClip> clips) {
    try (NDManager step = recognizer.loaded().manager().newSubManager()) {
      NDList arrays = recognizer.view().arranged(recognizer.view().of(step, clips));
      NDList named = new NDList();
      for (int i = 0; i < inputs.size(); i++) {
        named.add(named(arrays.get(i), inputs.get(i).name()));
      }
      named.add(named(recognizer.probabilities(arrays), OnnxModel.OUTPUT));
      return named.encode(NDList.Encoding.NPZ);
    }
  }

  private static NDArray named(NDArray array, String name) {
    array.setName(name);
    return array;
  }
}
