package org.macro2micro.method.descriptor;

import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.handcrafted.Descriptor;
import org.macro2micro.method.handcrafted.DescriptorBlock;
import org.macro2micro.method.handcrafted.HandcraftedMethod;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.preprocess.PreparedClip;

/**
 * LBP-SIP: local binary patterns with six intersection points (Wang et al. 2014, section 3). With
 * four neighbours a plane, LBP-TOP looks at each of six voxels twice: the two on each of the lines
 * along x, y and t that cross in the middle. Here each is looked at once: a pattern of the four in
 * the frame (16 bins) and one of the two along time (4 bins), 20 bins a block instead of 48. A bit
 * is 1 if its voxel is not darker than the one in the middle; all patterns have bins of their own.
 * Both histograms have sum 1; the length is slices*rows*columns * 20.
 *
 * <p>Bits of the first pattern: right, up, left, down; of the second: later, earlier. Voxels closer
 * to an end of an axis than its radius do not count.
 *
 * <p>Departures: the paper's text was not at hand, and the split into 16 and 4 bins follows a
 * public implementation of it, which agrees with the reduction the paper claims. The paper's
 * Gaussian pyramid, whose levels it concatenates, is left out.
 *
 * <p>Usual parameters, as cited elsewhere, not checked in the paper: those of LBP-TOP on the same
 * database, so on CASME II 5x5x1 blocks and radii 1, 1, 4, on SMIC 8x8x1 blocks and 10 frames by
 * TIM; SVM.
 */
public final class LbpSip implements Descriptor {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "lbp-sip",
          "LBP-SIP",
          "local binary patterns of six intersection points, linear SVM",
          "Wang, See, Phan and Oh, ACCV 2014",
          Needs.frames(),
          "the paper's Gaussian pyramid is left out; how its bins are divided follows a public implementation",
          HandcraftedMethod.maker(Settings.class, LbpSip::new));

  private static final int IN_FRAME = 4;
  private static final int IN_TIME = 2;

  /**
   * The settings of LBP-SIP.
   *
   * @param rows blocks from top to bottom, 1 to 64
   * @param columns blocks from left to right, 1 to 64
   * @param slices blocks along time, 1 to 64
   * @param radiusX horizontal radius of a neighbourhood in pixels, 1 to 32
   * @param radiusY vertical radius in pixels, 1 to 32
   * @param radiusT radius along time in frames, 1 to 32
   * @param svm the machines
   */
  public record Settings(
      int rows, int columns, int slices, int radiusX, int radiusY, int radiusT, SvmSettings svm)
      implements DescriptorBlock {
    public Settings {
      new Blocks(rows, columns, slices);
      new Radii(radiusX, radiusY, radiusT);
    }

    Blocks blocks() {
      return new Blocks(rows, columns, slices);
    }

    Radii radii() {
      return new Radii(radiusX, radiusY, radiusT);
    }
  }

  private final Settings settings;

  public LbpSip(Settings settings) {
    this.settings = settings;
  }

  @Override
  public float[] of(PreparedClip clip) {
    GreyVolume volume = GreyVolume.of(clip);
    Ellipse frame =
        new Ellipse(IN_FRAME, settings.radiusX(), settings.radiusY(), 1, volume.rowStride());
    Ellipse time = new Ellipse(IN_TIME, settings.radiusT(), 0, volume.frameStride(), 0);
    BlockHistograms histograms =
        new BlockHistograms(
            volume, settings.blocks(), settings.radii(), 1 << IN_FRAME, 1 << IN_TIME);
    float[] scratch = new float[histograms.rowLength()];
    histograms.count(0, (start, codes) -> frame.codes(volume.grey(), start, codes, scratch));
    histograms.count(1, (start, codes) -> time.codes(volume.grey(), start, codes, scratch));
    return histograms.normalised();
  }
}
