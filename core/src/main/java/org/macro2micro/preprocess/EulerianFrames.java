package org.macro2micro.preprocess;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Magnifies a clip and takes it to T frames, by a matrix in time (Peng, Hong, Xu and Zhao, FG
 * 2019). Each frame that the result needs has a band ({@link TemporalBand}), a weighted sum of all
 * frames up to it. The band is multiplied level by level of a {@link LaplacianPyramid} by the gains
 * of {@link PyramidGains} and added to the frame; then frames are mixed as a {@link FrameMixture}
 * says. The pyramid is linear, so it is taken of the sum and not of every frame.
 *
 * <p>In colour, what is added is taken to YIQ and its chroma there multiplied by .1, which comes to
 * .1 of each colour and .9 of the luma. Clips without colour (preprocess.grey, and what flow is
 * computed of) go the grey way: their one plane is the luma, and nothing of chroma is computed.
 *
 * <p>Frames are magnified at the size to which they were scaled; the program of Peng et al. scales
 * after it, rounds magnified frames to bytes, and cuts them to the range of images, which is also
 * done here before they are mixed. An object of this class is not safe for use by several threads.
 */
final class EulerianFrames {
  private static final double CHROMA = .1;
  private static final double RED = .299;
  private static final double GREEN = .587;
  private static final double BLUE = .114;
  private static final double WHITE = 255;

  private final FrameMixture mixture;
  private final int plane;
  private final int size;
  private final int planes;
  private final double[] gains;
  private final TreeMap<Integer, Needed> needed = new TreeMap<>();

  /** A frame that the result needs: its row of the band, the band so far, the frame itself. */
  private static final class Needed {
    private final double[] row;
    private final double[] band;
    private float @Nullable [] frame;

    Needed(double[] row, int length) {
      this.row = row;
      band = new double[length];
    }
  }

  /**
   * @param settings what is magnified, and by how much
   * @param mixture makes T frames of the clip's
   * @param size side of the frames in pixels
   * @param grey whether all planes of a frame are the same
   */
  EulerianFrames(Eulerian settings, FrameMixture mixture, int size, boolean grey) {
    this.mixture = mixture;
    this.size = size;
    plane = size * size;
    planes = grey ? 1 : PreparedClip.CHANNELS;
    gains = PyramidGains.of(size, settings.alpha(), settings.lambda());
    int count = mixture.count();
    for (int i = 0; i < count; i++) {
      if (mixture.uses(i)) {
        needed.put(i, new Needed(settings.band().row(i, count), planes * plane));
      }
    }
  }

  /**
   * Takes a frame of the clip; each of them is taken once, in any order.
   *
   * @param i its place, the onset's being 0
   * @param frame planes of size*size values in 0..255; kept, so it must not be written to
   */
  void add(int i, float[] frame) {
    for (Needed one : needed.tailMap(i).values()) {
      double weight = one.row[i];
      if (weight == 0) {
        continue;
      }
      for (int k = 0; k < one.band.length; k++) {
        one.band[k] += weight * frame[k];
      }
    }
    Needed own = needed.get(i);
    if (own != null) {
      own.frame = frame;
    }
  }

  /**
   * Adds the T magnified frames.
   *
   * @param sums T frames of as many planes as the clip's, one after the other, in 0..255
   * @throws IllegalStateException if a frame that is needed was not taken
   */
  void mix(double[] sums) {
    needed.forEach((i, one) -> mixture.add(i, magnified(i, one), sums));
  }

  private float[] magnified(int i, Needed one) {
    float[] frame = one.frame;
    if (frame == null) {
      throw new IllegalStateException("frame " + i + " was not taken; expected all of the clip's");
    }
    float[] change = new float[one.band.length];
    for (int from = 0; from < change.length; from += plane) {
      float[] image = new float[plane];
      for (int k = 0; k < plane; k++) {
        image[k] = (float) one.band[from + k];
      }
      LaplacianPyramid.multiply(image, size, gains);
      System.arraycopy(image, 0, change, from, plane);
    }
    if (planes > 1) {
      fade(change);
    }
    float[] magnified = new float[frame.length];
    for (int k = 0; k < frame.length; k++) {
      double sum = (double) frame[k] + change[k % change.length];
      magnified[k] = (float) Math.max(0, Math.min(WHITE, sum));
    }
    return magnified;
  }

  /** Multiplies the chroma, I and Q of YIQ, and leaves the luma. */
  private void fade(float[] change) {
    for (int k = 0; k < plane; k++) {
      double red = change[k];
      double green = change[plane + k];
      double blue = change[2 * plane + k];
      double luma = RED * red + GREEN * green + BLUE * blue;
      change[k] = (float) (luma + CHROMA * (red - luma));
      change[plane + k] = (float) (luma + CHROMA * (green - luma));
      change[2 * plane + k] = (float) (luma + CHROMA * (blue - luma));
    }
  }
}
