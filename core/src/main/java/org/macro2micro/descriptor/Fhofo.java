package org.macro2micro.descriptor;

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
 * takes one flow of one block: blocks, T and classifier of the paper could not be checked. Radii
 * and neighbours are not used.
 */
public final class Fhofo implements Descriptor {
  private static final double SIGMA = Math.toRadians(72);
  private static final double STILL = .01;

  private final DescriptorSettings settings;

  /** A descriptor with these blocks and bins. */
  public Fhofo(DescriptorSettings settings) {
    this.settings = settings;
  }

  @Override
  public float[] of(PreparedClip clip) {
    GreyVolume volume = GreyVolume.ofSeveral(clip, "2 for motion");
    int flows = volume.frames() - 1;
    int[] slice = BlockGrid.slices(clip, flows, settings);
    int[] row = BlockGrid.rows(clip, settings);
    int[] column = BlockGrid.columns(clip, settings);
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
