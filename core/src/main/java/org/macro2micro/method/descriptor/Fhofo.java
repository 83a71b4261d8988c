package org.macro2micro.method.descriptor;

import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.handcrafted.Descriptor;
import org.macro2micro.method.handcrafted.DescriptorBlock;
import org.macro2micro.method.handcrafted.HandcraftedMethod;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.preprocess.OpticalFlow;
import org.macro2micro.preprocess.PreparedClip;

/**
 * FHOFO: fuzzy histogram of the orientations of optical flow (Happy and Routray, "Fuzzy histogram
 * of optical flow orientations for micro-expression recognition", IEEE Transactions on Affective
 * Computing 2017/2019). Of the motion from each frame to the next only the direction counts, not
 * its size, and a direction belongs a little to every bin: by a Gaussian of its angle to the bin's
 * middle, so that noise in the angle moves little.
 *
 * <p>The vector: block by block (slice, row, column), in each {@code bins} values. The histogram of
 * a block is divided by its sum for each flow, then averaged over the flows of a slice; so it sums
 * to 1 if something moves there in each flow, and is 0 if nothing ever does. Length
 * slices*rows*columns*bins. Slices divide the T-1 flows; with slices = T-1, the default, the flows
 * stand one after the other. With one slice a movement and its return make the same histogram as
 * the opposite movement and its return. The middle of bin k lies at -180 + (k + 1/2)*360/bins
 * degrees, right is 0, down 90.
 *
 * <p>The MATLAB code published under its name has 18 bins, made from 50 finer ones, with a Gaussian
 * of 10 of those: 72 degrees. Departures: the angle itself in place of the 50 steps of 7.2 degrees;
 * bins evenly around the circle (there, the first and the last lie beside each other); TV-L1 for
 * the flow; a motion below {@value #STILL} pixels is none (there, one of exactly 0). That code
 * takes one flow of one block: blocks, T and classifier of the paper could not be checked.
 */
public final class Fhofo implements Descriptor {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "fhofo",
          "FHOFO",
          "fuzzy histograms of optical flow orientations, linear SVM",
          "Happy and Routray, IEEE Transactions on Affective Computing 10(3), 2019 (first 2017)",
          Needs.frames(),
          "TV-L1 flow, exact angles in place of 50 steps, and bins evenly around the circle",
          HandcraftedMethod.maker(Settings.class, Fhofo::new));

  private static final double SIGMA = Math.toRadians(72);
  private static final double STILL = .01;

  /**
   * The settings of FHOFO.
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
  public Fhofo(Settings settings) {
    this.settings = settings;
  }

  @Override
  public float[] of(PreparedClip clip) {
    GreyVolume volume = GreyVolume.ofSeveral(clip, "2 for motion");
    int flows = volume.frames() - 1;
    int[] slice = BlockGrid.slices(clip, flows, settings.blocks());
    int[] row = BlockGrid.rows(clip, settings.blocks());
    int[] column = BlockGrid.columns(clip, settings.blocks());
    int area = settings.rows() * settings.columns() * settings.bins();
    double[] sums = new double[settings.slices() * area];
    int[] flowsOf = new int[settings.slices()];
    for (int t = 0; t < flows; t++) {
      OpticalFlow flow =
          OpticalFlow.between(
              volume.frame(t), volume.frame(t + 1), volume.width(), volume.height());
      double[] histograms = histograms(flow, row, column);
      for (int i = 0; i < area; i++) {
        sums[slice[t] * area + i] += histograms[i];
      }
      flowsOf[slice[t]]++;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= flowsOf[i / area];
    }
    return Direction.single(sums);
  }

  /** rows*columns histograms of one flow, each with the sum 1 or empty. */
  double[] histograms(OpticalFlow flow, int[] row, int[] column) {
    int bins = settings.bins();
    double[] histograms = new double[settings.rows() * settings.columns() * bins];
    for (int i = 0; i < flow.u().length; i++) {
      double u = flow.u()[i];
      double v = flow.v()[i];
      if (Math.hypot(u, v) >= STILL) {
        int block = row[i / column.length] * settings.columns() + column[i % column.length];
        double angle = Math.atan2(v, u);
        for (int k = 0; k < bins; k++) {
          histograms[block * bins + k] += membership(angle, k, bins);
        }
      }
    }
    for (int from = 0; from < histograms.length; from += bins) {
      Direction.normalise(histograms, from, bins);
    }
    return histograms;
  }

  /** How far an angle belongs to a bin, in (0, 1]. */
  static double membership(double angle, int bin, int bins) {
    double middle = -Math.PI + (bin + .5) * 2 * Math.PI / bins;
    double apart = Math.abs(angle - middle);
    double around = Math.min(apart, 2 * Math.PI - apart) / SIGMA;
    return Math.exp(-around * around / 2);
  }
}
