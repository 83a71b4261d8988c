package org.macro2micro.method.descriptor;

import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.handcrafted.Descriptor;
import org.macro2micro.method.handcrafted.DescriptorBlock;
import org.macro2micro.method.handcrafted.HandcraftedMethod;
import org.macro2micro.method.handcrafted.SvmSettings;
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
 * same but for blocks of unequal size.
 */
public final class BiWoof implements Descriptor {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "bi-woof",
          "Bi-WOOF",
          "bi-weighted oriented optical flow from onset to apex, linear SVM",
          "Liong, See, Wong and Phan, Signal Processing: Image Communication 62, 2018",
          Needs.frames().withApex(),
          "blocks do not overlap, and the mean strain of a block stands in place of its sum",
          HandcraftedMethod.maker(Settings.class, BiWoof::new));

  /**
   * The settings of Bi-WOOF.
   *
   * @param rows blocks from top to bottom, 1 to 64
   * @param columns blocks from left to right, 1 to 64
   * @param bins of a histogram of directions, 2 to 64
   * @param svm the machines
   */
  public record Settings(int rows, int columns, int bins, SvmSettings svm)
      implements DescriptorBlock {
    public Settings {
      Blocks.ofFrames(rows, columns);
      Blocks.requireBins(bins);
    }

    Blocks blocks() {
      return Blocks.ofFrames(rows, columns);
    }
  }

  private final Settings settings;

  /** A descriptor with these blocks and bins. */
  public BiWoof(Settings settings) {
    this.settings = settings;
  }

  @Override
  public float[] of(PreparedClip clip) {
    GreyVolume volume = GreyVolume.ofSeveral(clip, "an onset and an apex");
    int[] row = BlockGrid.rows(clip, settings.blocks());
    int[] column = BlockGrid.columns(clip, settings.blocks());
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
