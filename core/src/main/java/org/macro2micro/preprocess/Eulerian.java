package org.macro2micro.preprocess;

/**
 * The settings of Eulerian magnification with a temporal band (Wu et al., SIGGRAPH 2012), in the
 * form in which it also interpolates (Peng, Hong, Xu and Zhao, FG 2019): {@link EulerianFrames}
 * says what is done.
 *
 * @param alpha factor on what changed, 0 to 100; 0 leaves the frames as they are
 * @param lambda the cutoff in pixels, above 0: waves a good deal shorter than it are magnified less
 *     than by alpha, as {@link PyramidGains} says
 * @param r1 share of a new frame in the fast of two running means, above r2 and at most 1
 * @param r2 share of a new frame in the slow one, above 0. Both are counted per frame, so a camera
 *     of another rate sees another band
 */
public record Eulerian(double alpha, double lambda, double r1, double r2) {
  public Eulerian {
    if (!(alpha >= 0 && alpha <= 100)) {
      throw new IllegalArgumentException(
          "eulerian.alpha: found " + alpha + ", expected 0 (nothing is magnified) to 100");
    }
    if (!(lambda > 0 && Double.isFinite(lambda))) {
      throw new IllegalArgumentException(
          "eulerian.lambda: found " + lambda + ", expected a finite number of pixels above 0");
    }
    if (!(r2 > 0 && r2 < r1 && r1 <= 1)) {
      throw new IllegalArgumentException(
          "eulerian: found r1 %s and r2 %s, expected 0 < r2 < r1 <= 1".formatted(r1, r2));
    }
  }

  TemporalBand band() {
    return new TemporalBand(r1, r2);
  }
}
