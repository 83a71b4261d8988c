package org.macro2micro.descriptor;

import org.macro2micro.preprocess.PreparedClip;

/**
 * LBP-TOP: local binary patterns on three orthogonal planes (Zhao and Pietik&auml;inen 2007,
 * section 4; on micro-expressions first Pfister et al. 2011). Around each voxel lie P points on an
 * ellipse in the XY, the XT and the YT plane; bit p of a pattern is 1 if point p is not darker than
 * the voxel. Each block has one histogram a plane, of uniform patterns, each of sum 1.
 *
 * <p>Values between voxels are bilinearly interpolated. Voxels whose neighbourhood in any of the
 * three planes would leave the volume count in none. The length is slices*rows*columns * 3 *
 * (P(P-1)+3), and {@code bins} is of no use here. Points are counted from the right (from the one
 * below, in YT) towards earlier rows or frames; blocks do not overlap.
 *
 * <p>Usual parameters. Guo et al. 2019 ("Extended local binary patterns"; SMIC and CASME II, all
 * 2^P patterns and whitened PCA): 8x8x2 blocks, radii 1 to 4 alike on all axes, P=8, 10 frames by
 * TIM, linear SVM. As cited elsewhere, not checked in the papers: CASME II (Yan et al. 2014) 5x5x1
 * blocks, radii 1, 1, 4, P=4; SMIC (Li et al. 2013) 8x8x1 blocks, radii 3, P=8, 10 frames by TIM.
 * TIM is not this library's interpolation.
 */
public final class LbpTop implements Descriptor {
  private static final int PLANES = 3;

  private final DescriptorSettings settings;
  private final int[] uniform;

  public LbpTop(DescriptorSettings settings) {
    this.settings = settings;
    uniform = UniformPatterns.table(settings.neighbours());
  }

  @Override
  public float[] of(PreparedClip clip) {
    GreyVolume volume = GreyVolume.of(clip);
    int bins = UniformPatterns.bins(settings.neighbours());
    BlockHistograms histograms = new BlockHistograms(volume, settings, bins, bins, bins);
    float[] scratch = new float[histograms.rowLength()];
    Ellipse[] planes = planes(volume, settings);
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
  static Ellipse[] planes(GreyVolume volume, DescriptorSettings s) {
    int p = s.neighbours();
    int down = volume.rowStride();
    int later = volume.frameStride();
    return new Ellipse[] {
      new Ellipse(p, s.radiusX(), s.radiusY(), 1, down),
      new Ellipse(p, s.radiusX(), s.radiusT(), 1, later),
      new Ellipse(p, s.radiusY(), s.radiusT(), down, later)
    };
  }
}
