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
import org.macro2micro.train.ClipPixels;

/** A deep network in evaluation mode: running statistics, no dropout. */
final class DeepRecognizer implements Recognizer {
  private final LoadedNetwork<DeepNetwork> loaded;
  private final ClipImages images;
  private final List<String> labels;

  DeepRecognizer(LoadedNetwork<DeepNetwork> loaded, ClipImages images, List<String> labels) {
    this.loaded = loaded;
    this.images = images;
    this.labels = List.copyOf(labels);
  }

  @Override
  public List<Prediction> predict(List<ClipId> clips, ClipPixels pixels) {
    List<Prediction> predictions = new ArrayList<>();
    for (ClipId id : clips) {
      try (NDManager step = loaded.manager().newSubManager()) {
        NDArray image = ClipImages.channelsFirst(images.of(step, List.of(pixels.of(id))));
        ParameterStore store = new ParameterStore(step, false);
        DeepNetwork network = loaded.network();
        NDArray outputs = network.forward(store, new NDList(image), false).singletonOrThrow();
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
