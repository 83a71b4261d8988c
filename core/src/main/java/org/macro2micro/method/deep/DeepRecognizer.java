package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.BatchedPrediction;
import org.macro2micro.method.NetworkRecognizer;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ClipPixels;
import org.macro2micro.train.ClipView;

/** A deep network in evaluation mode: running statistics, no dropout. */
public final class DeepRecognizer implements NetworkRecognizer {
  private final LoadedNetwork<? extends DeepNetwork> loaded;
  private final String method;
  private final ClipView view;
  private final List<String> labels;

  /**
   * @param loaded closed with this; its first output are the classes' scores
   * @param method named in errors
   * @param view how the network takes clips
   * @param labels of the classes, in the order of the scores
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
    return BatchedPrediction.of(clips, pixels, loaded.manager(), labels, this::probabilities);
  }

  private NDArray probabilities(NDManager step, List<PreparedClip> clips) {
    clips.forEach(clip -> view.require(method, clip));
    return probabilities(view.arranged(view.of(step, clips)));
  }

  @Override
  public NDArray probabilities(NDList inputs) {
    DeepNetwork network = loaded.network();
    ParameterStore store = new ParameterStore(inputs.head().getManager(), false);
    return network.probabilities(network.forward(store, inputs, false).get(0));
  }

  @Override
  public ClipView view() {
    return view;
  }

  @Override
  public LoadedNetwork<? extends DeepNetwork> loaded() {
    return loaded;
  }

  @Override
  public void close() {
    loaded.close();
  }
}
