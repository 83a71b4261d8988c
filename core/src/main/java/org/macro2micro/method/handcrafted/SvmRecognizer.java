package org.macro2micro.method.handcrafted;

import java.util.ArrayList;
import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.Recognizer;
import org.macro2micro.train.ClipPixels;

/**
 * Linear machines over a descriptor. The probabilities are the softmax of the decision values: they
 * order the classes as the machines do, but are not calibrated; nothing says how often a class of
 * .8 is right. Holds nothing native.
 */
final class SvmRecognizer implements Recognizer {
  private final ClipVectors vectors;
  private final SvmWeights weights;
  private final List<String> labels;

  SvmRecognizer(ClipVectors vectors, SvmWeights weights, List<String> labels) {
    this.vectors = vectors;
    this.weights = weights;
    this.labels = List.copyOf(labels);
  }

  @Override
  public List<Prediction> predict(List<ClipId> clips, ClipPixels pixels) {
    List<float[]> looked = vectors.look(clips, pixels);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      ClipId id = clips.get(i);
      predictions.add(prediction(id, labels, weights.decisions(id, looked.get(i))));
    }
    return predictions;
  }

  /** The label with the greatest decision value, the first of several, and all their softmax. */
  static Prediction prediction(ClipId id, List<String> labels, double[] decisions) {
    int best = LinearSvm.greatest(decisions);
    double sum = 0;
    for (double decision : decisions) {
      sum += Math.exp(decision - decisions[best]);
    }
    List<Double> probabilities = new ArrayList<>();
    for (double decision : decisions) {
      probabilities.add(Math.exp(decision - decisions[best]) / sum);
    }
    return new Prediction(id, labels.get(best), probabilities);
  }

  @Override
  public void close() {}
}
