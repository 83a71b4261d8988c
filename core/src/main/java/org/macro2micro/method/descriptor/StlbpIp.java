package org.macro2micro.method.descriptor;

import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.handcrafted.Descriptor;
import org.macro2micro.method.handcrafted.DescriptorBlock;
import org.macro2micro.method.handcrafted.HandcraftedMethod;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.preprocess.PreparedClip;

/**
 * STLBP-IP: spatiotemporal local binary patterns with integral projection (Huang et al., ICCV
 * Workshops 2015, section 2). Every frame after the first, less the first, is projected block by
 * block: summed along each row of the block, and along each column. Of both projections come
 *
 * <ul>
 *   <li>the shape: a one-dimensional pattern at each place, of the P nearest in a mask of W = P+1;
 *       bit p is 1 if neighbour p, counted from the first, is not below the middle; 2^P bins, over
 *       all frames;
 *   <li>the motion: the projections of all frames below one another are an image, of which uniform
 *       patterns are taken on an ellipse of P points ({@code radius-y} or {@code radius-x}, and
 *       {@code radius-t}); P(P-1)+3 bins.
 * </ul>
 *
 * Places whose mask or ellipse leaves the block or the clip do not count. Each histogram has sum 1.
 * A block has four: shape and motion of the sums along rows, then of those along columns; the
 * length is rows*columns * 2(2^P + P(P-1)+3), 630 a block for P=8.
 *
 * <p>Departures: the paper's text was not at hand; mask, projections and both uses of them follow
 * its abstract and a public implementation. The first frame stands for the neutral face. Sums, not
 * means, are taken, which changes no comparison. Motion images are not brought to one size, as all
 * prepared clips have one T already. The later variant (Huang et al. 2019) subtracts a low-rank
 * part found by robust PCA instead of the first frame, and chooses blocks by labels: neither is
 * done.
 *
 * <p>Usual parameters: the public implementation takes W=9, so P=8, and radii 1 on one block. The
 * paper's blocks and radii were not found; 8x8 blocks, radii 1 and 10 frames are this library's.
 */
public final class StlbpIp implements Descriptor {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "stlbp-ip",
          "STLBP-IP",
          "spatiotemporal local binary patterns of integral projections, linear SVM",
          "Huang, Wang, Zhao and Pietikainen, ICCV Workshops 2015",
          Needs.frames(),
          "sums stand in place of means, and motion images keep their size; blocks are not chosen by labels",
          HandcraftedMethod.maker(Settings.class, StlbpIp::new));

  private static final int MOST_NEIGHBOURS = 8;

  /**
   * The settings of STLBP-IP.
   *
   * @param rows blocks from top to bottom, 1 to 64
   * @param columns blocks from left to right, 1 to 64
   * @param radiusX horizontal radius of a neighbourhood in pixels, 1 to 32
   * @param radiusY vertical radius in pixels, 1 to 32
   * @param radiusT radius along time in frames, 1 to 32
   * @param neighbours P, points of a neighbourhood: 4, 6 or 8
   * @param svm the machines
   */
  public record Settings(
      int rows, int columns, int radiusX, int radiusY, int radiusT, int neighbours, SvmSettings svm)
      implements DescriptorBlock {
    public Settings {
      Blocks.ofFrames(rows, columns);
      new Radii(radiusX, radiusY, radiusT);
      Blocks.requireNeighbours(neighbours);
    }

    Blocks blocks() {
      return Blocks.ofFrames(rows, columns);
    }

    Radii radii() {
      return new Radii(radiusX, radiusY, radiusT);
    }
  }

  private final Settings settings;
  private final int[] uniform;
  private final int shapeBins;
  private final int motionBins;

  /**
   * @throws IllegalArgumentException if {@code neighbours} is not 4, 6 or 8
   */
  public StlbpIp(Settings settings) {
    int p = settings.neighbours();
    if (p % 2 != 0 || p > MOST_NEIGHBOURS) {
      throw new IllegalArgumentException(
          "neighbours: found %d, expected 4, 6 or 8: as many on both sides of a mask of one more"
              .formatted(p));
    }
    this.settings = settings;
    uniform = UniformPatterns.table(p);
    shapeBins = 1 << p;
    motionBins = UniformPatterns.bins(p);
  }

  @Override
  public float[] of(PreparedClip clip) {
    GreyVolume volume = GreyVolume.of(clip);
    int times = volume.frames() - 1;
    requireLength(times, 2 * settings.radiusT() + 1);
    int rows = settings.rows();
    int columns = settings.columns();
    int part = shapeBins + motionBins;
    float[] vector = new float[Math.multiplyExact(rows * columns * 2, part)];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      int top = row * volume.height() / rows;
      int bottom = (row + 1) * volume.height() / rows;
      requireSide("rows", "y", bottom - top, settings.radiusY());
      for (int column = 0; column < columns; column++) {
        int left = column * volume.width() / columns;
        int right = (column + 1) * volume.width() / columns;
        requireSide("columns", "x", right - left, settings.radiusX());
        float[] alongRows = new float[times * (bottom - top)];
        float[] alongColumns = new float[times * (right - left)];
        for (int t = 0; t < times; t++) {
          project(volume, t + 1, top, bottom, left, right, alongRows, alongColumns);
        }
        describe(alongRows, bottom - top, settings.radiusY(), vector, at);
        describe(alongColumns, right - left, settings.radiusX(), vector, at + part);
        at += 2 * part;
      }
    }
    return vector;
  }

  private static void project(
      GreyVolume volume,
      int frame,
      int top,
      int bottom,
      int left,
      int right,
      float[] alongRows,
      float[] alongColumns) {
    float[] grey = volume.grey();
    int later = frame * volume.frameStride();
    int row = (frame - 1) * (bottom - top);
    int column = (frame - 1) * (right - left);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int place = y * volume.rowStride() + x;
        float difference = grey[later + place] - grey[place];
        alongRows[row + y - top] += difference;
        alongColumns[column + x - left] += difference;
      }
    }
  }

  /** Shape and motion of projections of {@code side} values, one below the other. */
  private void describe(float[] projections, int side, int radius, float[] vector, int at) {
    int p = settings.neighbours();
    int half = p / 2;
    int[] shape = new int[shapeBins];
    for (int start = 0; start < projections.length; start += side) {
      for (int middle = start + half; middle < start + side - half; middle++) {
        shape[pattern(projections, middle, half)]++;
      }
    }
    BlockHistograms.normalise(shape, vector, at);

    int[] motion = new int[motionBins];
    Ellipse ellipse = new Ellipse(p, radius, settings.radiusT(), 1, side);
    int[] codes = new int[side - 2 * radius];
    float[] scratch = new float[codes.length];
    int last = projections.length / side - settings.radiusT();
    for (int t = settings.radiusT(); t < last; t++) {
      ellipse.codes(projections, t * side + radius, codes, scratch);
      for (int code : codes) {
        motion[uniform[code]]++;
      }
    }
    BlockHistograms.normalise(motion, vector, at + shapeBins);
  }

  private static int pattern(float[] values, int middle, int half) {
    int pattern = 0;
    for (int i = 0; i < half; i++) {
      pattern |= values[middle - half + i] >= values[middle] ? 1 << i : 0;
      pattern |= values[middle + 1 + i] >= values[middle] ? 1 << (half + i) : 0;
    }
    return pattern;
  }

  private void requireLength(int times, int least) {
    if (times < least) {
      throw new IllegalArgumentException(
          "%d frames are too few for radius-t=%d: expected at least %d; set preprocess.frames higher, or the radius lower"
              .formatted(times + 1, settings.radiusT(), least + 1));
    }
  }

  private void requireSide(String blocks, String axis, int side, int radius) {
    int least = Math.max(settings.neighbours(), 2 * radius) + 1;
    if (side < least) {
      throw new IllegalArgumentException(
          "a block of %d pixels along %s: expected at least %d for neighbours=%d and radius-%s=%d; set preprocess.size higher, or %s lower"
              .formatted(side, axis, least, settings.neighbours(), axis, radius, blocks));
    }
  }
}
