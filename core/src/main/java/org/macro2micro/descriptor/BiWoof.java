package org.macro2micro.descriptor;

import org.macro2micro.preprocess.OpticalFlow;
import org.macro2micro.preprocess.OpticalStrain;
import org.macro2micro.preprocess.PreparedClip;

/**
 * Bi-WOOF: bi-weighted oriented optical flow (Liong, See, Wong, Phan: "Less is more:
 * Micro-expression recognition from video using apex frame", Signal Processing: Image Communication
 * 62, 2018). Of a clip only its first frame (onset) and its apex count. Each pixel votes for the
 * direction of its flow with its magnitude (local weight); each block's histogram, divided by its
 * sum, is multiplied by the block's mean optical strain (global weight).
 *
 * <p>The vector: block by block (row, column), in each {@code bins} values, bins from -180 degrees
 * on, right is 0, down 90; as in the authors' code the whole is divided by its Euclidean length.
 * Length rows*columns*bins. It is 0 where nothing moves, and so for a clip whose apex is its first
 * frame.
 *
 * <p>The authors' code has 5x5 blocks and 8 bins; TV-L1 and an SVM follow. Departures: blocks do
 * not overlap, where the code's overlap by two pixels; the mean strain of a block, not the sum, the
 * same but for blocks of unequal size. Slices, radii and neighbours are not used.
 */
public final class BiWoof implements Descriptor {
  private final DescriptorSettings settings;

  /** A descriptor with these blocks and bins. */
  public BiWoof(DescriptorSettings settings) {
    this.settings = settings;
  }

  @Override
  public float[] of(PreparedClip clip) {
    GreyVolume volume = GreyVolume.ofSeveral(clip, "an onset and an apex");
    int[] row = BlockGrid.rows(clip, settings);
    int[] column = BlockGrid.columns(clip, settings);
    OpticalFlow flow =
        OpticalFlow.between(
            volume.frame(0), volume.frame(clip.apex()), volume.width(), volume.height());
    return weighted(flow, row, column);
  }

  /** The vector of a flow whose pixels lie in these rows and columns of blocks. */
  float[] weighted(OpticalFlow flow, int[] row, int[] column) {
    int bins = settings.bins();
    int blocks = settings.rows() * settings.columns();
    float[] strain = OpticalStrain.of(flow.u(), flow.v(), column.length, row.length);
    double[] histograms = new double[blocks * bins];
    double[] strains = new double[blocks];
    int[] pixels = new int[blocks];
    for (int i = 0; i < strain.length; i++) {
      double u = flow.u()[i];
      double v = flow.v()[i];
      int block = row[i / column.length] * settings.columns() + column[i % column.length];
      histograms[block * bins + Direction.bin(u, v, bins)] += Math.hypot(u, v);
      strains[block] += strain[i];
      pixels[block]++;
    }
    double square = 0;
    for (int i = 0; i < histograms.length; i++) {
      int block = i / bins;
      if (i % bins == 0) {
        Direction.normalise(histograms, i, bins);
      }
      histograms[i] *= strains[block] / pixels[block];
      square += histograms[i] * histograms[i];
    }
    if (square > 0) {
      double length = Math.sqrt(square);
      for (int i = 0; i < histograms.length; i++) {
        histograms[i] /= length;
      }
    }
    return Direction.single(histograms);
  }
}
