package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.Recognizer;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ClipPixels;
import org.macro2micro.train.ClipView;

/** A deep network in evaluation mode: running statistics, no dropout. */
public final class DeepRecognizer implements Recognizer {
  private final LoadedNetwork<? extends DeepNetwork> loaded;
  private final String method;
  private final ClipView view;
  private final List<String> labels;

  /**
   * @param loaded is closed with this
   * @param method named in errors
   * @param view how the network takes clips
   * @param labels in the order of the network's outputs
   */
  public DeepRecognizer(
      LoadedNetwork<? extends DeepNetwork> loaded,
      String method,
      ClipView view,
      List<String> labels) {
    this.loaded = loaded;
    this.method = method;
    this.view = view;
    this.labels = List.copyOf(labels);
  }

  @Override
  public List<Prediction> predict(List<ClipId> clips, ClipPixels pixels) {
    List<Prediction> predictions = new ArrayList<>();
    for (ClipId id : clips) {
      try (NDManager step = loaded.manager().newSubManager()) {
        PreparedClip clip = pixels.of(id);
        view.require(method, clip);
        NDList inputs = view.arranged(view.of(step, List.of(clip)));
        ParameterStore store = new ParameterStore(step, false);
        DeepNetwork network = loaded.network();
        NDArray outputs = network.forward(store, inputs, false).singletonOrThrow();
        predictions.add(Prediction.of(id, labels, network.probabilities(outputs).toFloatArray()));
      }
    }
    return predictions;
  }

  @Override
  public void close() {
    loaded.close();
  }
}
