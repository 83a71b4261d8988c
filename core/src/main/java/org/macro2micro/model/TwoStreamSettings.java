package org.macro2micro.model;

/**
 * The shape of MiNet and MaNet.
 *
 * @param width channels after the trunks' first convolution; 64 is ResNet18's own and the paper's
 * @param fusion how f^A and v become z. The paper says "fuse" only
 * @param samplingIntervals s_c. The paper is silent
 * @param discriminatorChannels width of the three convolutions of D_s, D_t and C_s. The paper is
 *     silent
 */
public record TwoStreamSettings(
    int width, Fusion fusion, int samplingIntervals, int discriminatorChannels) {
  /** How the apex feature and the video feature are fused. */
  public enum Fusion {
    /** z = [f^A ; v]. */
    CONCAT,
    /** z = f^A + v. */
    SUM
  }

  public TwoStreamSettings {
    if (width < 1 || discriminatorChannels < 1) {
      throw new IllegalArgumentException(
          "network: width %d, discriminator channels %d; both must be at least 1"
              .formatted(width, discriminatorChannels));
    }
    new IntervalSampling(samplingIntervals);
  }

  /** The sampling intervals. */
  public IntervalSampling sampling() {
    return new IntervalSampling(samplingIntervals);
  }
}
