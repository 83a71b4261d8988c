package org.macro2micro.train;

/**
 * Training by stochastic gradient descent with momentum, one clip a step.
 *
 * @param epochs passes over the training clips, at least 0
 * @param learningRate step size at the start, above 0
 * @param backboneRate the same for the layers that a network calls its backbone, above 0
 * @param momentum share of the step before that is kept, 0 to below 1
 * @param weightDecay L2 coefficient added to the gradient, at least 0
 * @param fallsAt the epoch, counted from 0, from which on both rates are a tenth of what they were
 * @param clip length to which a longer gradient of the whole network is cut, above 0
 */
public record DescentSettings(
    int epochs,
    double learningRate,
    double backboneRate,
    double momentum,
    double weightDecay,
    int fallsAt,
    double clip)
    implements StepSettings {
  public DescentSettings {
    if (epochs < 0
        || !(learningRate > 0)
        || !(backboneRate > 0)
        || !(momentum >= 0 && momentum < 1)
        || !(weightDecay >= 0)
        || fallsAt < 0
        || !(clip > 0)) {
      throw new IllegalArgumentException(
          "training: epochs %d, rates %s and %s, momentum %s, weight decay %s, falls at %d, clip %s; expected epochs >= 0, rates > 0, momentum 0 to below 1, weight decay >= 0, falls at >= 0, clip > 0"
              .formatted(epochs, learningRate, backboneRate, momentum, weightDecay, fallsAt, clip));
    }
  }

  @Override
  public int batch() {
    return 1;
  }
}
