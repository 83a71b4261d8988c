package org.macro2micro.train;

/**
 * How one phase is trained. The paper says Adam and nothing more; the predecessor's code (MicroNet
 * 2020) has batch 32 and weight decay 1e-4.
 *
 * @param epochs passes over the training clips, at least 0
 * @param batch clips a step, at least 2; the clips are split as evenly as possible into steps of
 *     about this size, so that none is too small for batch statistics
 * @param learningRate Adam's step size at the start, above 0
 * @param schedule how the step size goes on
 * @param weightDecay L2 coefficient added to the gradient, at least 0
 */
public record PhaseSettings(
    int epochs, int batch, double learningRate, Schedule schedule, double weightDecay)
    implements StepSettings {
  /** How the learning rate goes over a phase. */
  public enum Schedule {
    /** The same throughout. */
    CONSTANT,
    /**
     * Half a cosine from the start value to 0. A phase then ends where it converges, so that the
     * next one can't gain by mere further training.
     */
    COSINE,
    /** Half as much after each tenth of a phase, but never less than a hundredth of the start. */
    HALVING
  }

  public PhaseSettings {
    if (epochs < 0 || batch < 2 || !(learningRate > 0) || !(weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "phase: epochs %d, batch %d, learning rate %s, weight decay %s; expected epochs >= 0, batch >= 2, learning rate > 0, weight decay >= 0"
              .formatted(epochs, batch, learningRate, weightDecay));
    }
  }
}
