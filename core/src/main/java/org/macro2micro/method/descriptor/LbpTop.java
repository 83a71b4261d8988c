package org.macro2micro.method.descriptor;

import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.handcrafted.Descriptor;
import org.macro2micro.method.handcrafted.DescriptorBlock;
import org.macro2micro.method.handcrafted.HandcraftedMethod;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.preprocess.PreparedClip;

/**
 * LBP-TOP: local binary patterns on three orthogonal planes (Zhao and Pietik&auml;inen 2007,
 * section 4; on micro-expressions first Pfister et al. 2011). Around each voxel lie P points on an
 * ellipse in the XY, the XT and the YT plane; bit p of a pattern is 1 if point p is not darker than
 * the voxel. Each block has one histogram a plane, of uniform patterns, each of sum 1.
 *
 * <p>Values between voxels are bilinearly interpolated. Voxels whose neighbourhood in any of the
 * three planes would leave the volume count in none. The length is slices*rows*columns * 3 *
 * (P(P-1)+3). Points are counted from the right (from the one below, in YT) towards earlier rows or
 * frames; blocks do not overlap.
 *
 * <p>Usual parameters. Guo et al. 2019 ("Extended local binary patterns"; SMIC and CASME II, all
 * 2^P patterns and whitened PCA): 8x8x2 blocks, radii 1 to 4 alike on all axes, P=8, 10 frames by
 * TIM, linear SVM. As cited elsewhere, not checked in the papers: CASME II (Yan et al. 2014) 5x5x1
 * blocks, radii 1, 1, 4, P=4; SMIC (Li et al. 2013) 8x8x1 blocks, radii 3, P=8, 10 frames by TIM.
 * TIM is not this library's interpolation.
 */
public final class LbpTop implements Descriptor {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "lbp-top",
          "LBP-TOP",
          "local binary patterns on three orthogonal planes, linear SVM",
          "Zhao and Pietikainen, TPAMI 29(6), 2007; on micro-expressions Le Ngo, See and Phan, 2016",
          Needs.frames(),
          "TIM is this library's own interpolation",
          HandcraftedMethod.maker(Settings.class, LbpTop::new));

  private static final int PLANES = 3;

  /**
   * The settings of LBP-TOP.
   *
   * @param rows blocks from top to bottom, 1 to 64
   * @param columns blocks from left to right, 1 to 64
   * @param slices blocks along time, 1 to 64
   * @param radiusX horizontal radius of a neighbourhood in pixels, 1 to 32
   * @param radiusY vertical radius in pixels, 1 to 32
   * @param radiusT radius along time in frames, 1 to 32
   * @param neighbours P, points of a neighbourhood, 4 to 16
   * @param svm the machines
   */
  public record Settings(
      int rows,
      int columns,
      int slices,
      int radiusX,
      int radiusY,
      int radiusT,
      int neighbours,
      SvmSettings svm)
      implements DescriptorBlock {
    public Settings {
      new Blocks(rows, columns, slices);
      new Radii(radiusX, radiusY, radiusT);
      Blocks.requireNeighbours(neighbours);
    }

    Blocks blocks() {
      return new Blocks(rows, columns, slices);
    }

    Radii radii() {
      return new Radii(radiusX, radiusY, radiusT);
    }
  }

  private final Settings settings;
  private final int[] uniform;

  public LbpTop(Settings settings) {
    this.settings = settings;
    uniform = UniformPatterns.table(settings.neighbours());
  }

  @Override
  public float[] of(PreparedClip clip) {
    GreyVolume volume = GreyVolume.of(clip);
    int bins = UniformPatterns.bins(settings.neighbours());
    BlockHistograms histograms =
        new BlockHistograms(volume, settings.blocks(), settings.radii(), bins, bins, bins);
    float[] scratch = new float[histograms.rowLength()];
    Ellipse[] planes = planes(volume, settings.radii(), settings.neighbours());
    for (int plane = 0; plane < PLANES; plane++) {
      Ellipse ellipse = planes[plane];
      histograms.count(
          plane,
          (start, codes) -> {
            ellipse.codes(volume.grey(), start, codes, scratch);
            for (int i = 0; i < codes.length; i++) {
              codes[i] = uniform[codes[i]];
            }
          });
    }
    return histograms.normalised();
  }

  /** The neighbourhoods in XY, XT and YT. */
  static Ellipse[] planes(GreyVolume volume, Radii radii, int neighbours) {
    int down = volume.rowStride();
    int later = volume.frameStride();
    return new Ellipse[] {
      new Ellipse(neighbours, radii.x(), radii.y(), 1, down),
      new Ellipse(neighbours, radii.x(), radii.t(), 1, later),
      new Ellipse(neighbours, radii.y(), radii.t(), down, later)
    };
  }
}
