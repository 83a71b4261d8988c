package org.macro2micro.method.proposed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.BatchedPrediction;
import org.macro2micro.method.NetworkRecognizer;
import org.macro2micro.model.IntervalSampling;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.nn.GlobalAveragePool;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ClipPixels;
import org.macro2micro.train.ClipView;

/** A trained two-stream network in evaluation mode: running statistics, offset 0. */
final class TwoStreamRecognizer implements NetworkRecognizer {
  private final LoadedNetwork<TwoStreamNetwork> loaded;
  private final List<String> labels;
  private final boolean aggregated;
  private final IntervalSampling sampling;

  /**
   * @param aggregated whether v is the mean over the sampling intervals, as after the transfer, or
   *     the plain mean over the frames
   */
  TwoStreamRecognizer(
      LoadedNetwork<TwoStreamNetwork> loaded,
      List<String> labels,
      boolean aggregated,
      IntervalSampling sampling) {
    this.loaded = loaded;
    this.labels = List.copyOf(labels);
    this.aggregated = aggregated;
    this.sampling = sampling;
  }

  @Override
  public List<Prediction> predict(List<ClipId> clips, ClipPixels pixels) {
    return BatchedPrediction.of(clips, pixels, loaded.manager(), labels, this::probabilities);
  }

  private NDArray probabilities(NDManager step, List<PreparedClip> clips) {
    return probabilities(view().arranged(view().of(step, clips)));
  }

  @Override
  public NDArray probabilities(NDList inputs) {
    TwoStreamNetwork network = loaded.network();
    StreamFeatures features = network.features(inputs, false);
    NDArray z = network.fuse(features, video(features));
    return network.classify(z, false).softmax(1);
  }

  private NDArray video(StreamFeatures features) {
    if (!aggregated) {
      return loaded.network().meanVideoFeature(features);
    }
    List<NDArray> rates = sampling.sample(features.frameMaps(), sampling.zeroOffsets());
    return GlobalAveragePool.of(IntervalSampling.aggregate(rates));
  }

  @Override
  public ClipView view() {
    return loaded.network().view();
  }

  @Override
  public LoadedNetwork<TwoStreamNetwork> loaded() {
    return loaded;
  }

  @Override
  public void close() {
    loaded.close();
  }
}
