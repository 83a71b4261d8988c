package org.macro2micro.method.descriptor;

import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.handcrafted.Descriptor;
import org.macro2micro.method.handcrafted.DescriptorBlock;
import org.macro2micro.method.handcrafted.HandcraftedMethod;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.preprocess.PreparedClip;

/**
 * HIGO-TOP: histograms of the orientation of image gradients on three orthogonal planes (Li, Hong,
 * Moilanen, Huang, Pfister, Zhao, Pietikainen: "Towards reading hidden emotions", IEEE Transactions
 * on Affective Computing 2018). At each point of each of the planes XY, XT and YT the gradient is
 * taken by the mask [-1 0 1]; its direction in the full circle, not its size, is voted for: what
 * makes HIGO of HOG, so that light matters less.
 *
 * <p>The vector: block by block (slice, row, column), in each the planes XY, XT, YT of {@code bins}
 * values; each histogram is divided by its sum. Length slices*rows*columns*3*bins. Direction: of
 * (d/dx, d/dy), (d/dx, d/dt) and (d/dy, d/dt), in bins from -180 degrees on. A point without any
 * gradient has no direction and does not vote; a histogram without votes is 0.
 *
 * <p>The authors take clips to T=10 frames by interpolation, the three planes (TOP) or XT and YT
 * alone (XYOT, not offered), and a linear SVM. Their numbers of blocks and bins could not be
 * checked against the paper; 8x8x2 and 8 are common. Choices of ours: one-sided differences at the
 * border, and the rule for points without gradient.
 */
public final class HigoTop implements Descriptor {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "higo-top",
          "HIGO",
          "histograms of image gradient orientation on three orthogonal planes, linear SVM",
          "Li et al., IEEE Transactions on Affective Computing 9(4), 2018 (first 2017)",
          Needs.frames(),
          "differences at the border are one-sided, and a point without gradient does not vote",
          HandcraftedMethod.maker(Settings.class, HigoTop::new));

  private static final int PLANES = 3;

  /**
   * The settings of HIGO-TOP.
   *
   * @param rows blocks from top to bottom, 1 to 64
   * @param columns blocks from left to right, 1 to 64
   * @param slices blocks along time, 1 to 64
   * @param bins of a histogram of directions, 2 to 64
   * @param svm the machines
   */
  public record Settings(int rows, int columns, int slices, int bins, SvmSettings svm)
      implements DescriptorBlock {
    public Settings {
      new Blocks(rows, columns, slices);
      Blocks.requireBins(bins);
    }

    Blocks blocks() {
      return new Blocks(rows, columns, slices);
    }
  }

  private final Settings settings;

  /** A descriptor with these blocks and bins. */
  public HigoTop(Settings settings) {
    this.settings = settings;
  }

  @Override
  public float[] of(PreparedClip clip) {
    GreyVolume volume = GreyVolume.ofSeveral(clip, "2 for gradients along time");
    int[] slice = BlockGrid.slices(clip, volume.frames(), settings.blocks());
    int[] row = BlockGrid.rows(clip, settings.blocks());
    int[] column = BlockGrid.columns(clip, settings.blocks());
    int bins = settings.bins();
    int blocks = settings.slices() * settings.rows() * settings.columns();
    double[] histograms = new double[blocks * PLANES * bins];
    for (int t = 0; t < volume.frames(); t++) {
      for (int y = 0; y < volume.height(); y++) {
        for (int x = 0; x < volume.width(); x++) {
          int i = (t * volume.height() + y) * volume.width() + x;
          double dx = slope(volume.grey(), i, x, volume.width(), 1);
          double dy = slope(volume.grey(), i, y, volume.height(), volume.width());
          double dt = slope(volume.grey(), i, t, volume.frames(), volume.height() * volume.width());
          int block = (slice[t] * settings.rows() + row[y]) * settings.columns() + column[x];
          int from = block * PLANES * bins;
          vote(histograms, from, dx, dy);
          vote(histograms, from + bins, dx, dt);
          vote(histograms, from + 2 * bins, dy, dt);
        }
      }
    }
    for (int from = 0; from < histograms.length; from += bins) {
      Direction.normalise(histograms, from, bins);
    }
    return Direction.single(histograms);
  }

  private void vote(double[] histograms, int from, double a, double b) {
    if (a != 0 || b != 0) {
      histograms[from + Direction.bin(a, b, settings.bins())]++;
    }
  }

  /** The slope at position {@code at} of a line of {@code length} values {@code step} apart. */
  private static double slope(float[] grey, int i, int at, int length, int step) {
    int back = at > 0 ? 1 : 0;
    int ahead = at < length - 1 ? 1 : 0;
    return ((double) grey[i + ahead * step] - grey[i - back * step]) / Math.max(1, back + ahead);
  }
}
