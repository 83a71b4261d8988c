package org.macro2micro.preprocess;

/**
 * By how much each level of a Laplacian pyramid is magnified (Wu et al., SIGGRAPH 2012, figure 6,
 * with the numbers of their program, which Peng et al. use). With delta = lambda / 8 / (1 + alpha),
 * a level of waves about w pixels long may take a = 2 (w / (8 delta) - 1), at most alpha; w is a
 * third of the image's diagonal at the coarsest level, and half of that at each finer one. The
 * finest and the coarsest level take 0: they hold the sensor's noise, and changes of light.
 *
 * <p>This departs from their program: where that would turn a change around, the gain here is 0.
 * With the program's own numbers (alpha 10, lambda 16) no level is turned around.
 */
final class PyramidGains {
  /** The taps of the pyramid's filter; an image that is smaller has no coarser version. */
  private static final int TAPS = 5;

  private static final double EXAGGERATION = 2;

  private PyramidGains() {}

  /** How many levels the pyramid of a square image has, the image's own size being the first. */
  static int levels(int size) {
    int levels = 1;
    for (int side = size; side >= TAPS; side /= 2) {
      levels++;
    }
    return levels;
  }

  /**
   * What each level may take, before it is cut to 0..alpha.
   *
   * @param size side of the square image in pixels
   * @return one number a level, from the coarsest to the finest
   */
  static double[] allowed(int size, double alpha, double lambda) {
    double delta = lambda / 8 / (1 + alpha);
    double wave = Math.sqrt(2. * size * size) / 3;
    double[] allowed = new double[levels(size)];
    for (int level = 0; level < allowed.length; level++) {
      allowed[level] = EXAGGERATION * (wave / (8 * delta) - 1);
      wave /= 2;
    }
    return allowed;
  }

  /** The gain of each level, from the coarsest to the finest, in 0..alpha. */
  static double[] of(int size, double alpha, double lambda) {
    double[] gains = allowed(size, alpha, lambda);
    for (int level = 0; level < gains.length; level++) {
      boolean isEnd = level == 0 || level == gains.length - 1;
      gains[level] = isEnd ? 0 : Math.max(0, Math.min(alpha, gains[level]));
    }
    return gains;
  }
}
