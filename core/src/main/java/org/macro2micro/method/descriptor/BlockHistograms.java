package org.macro2micro.method.descriptor;

import java.util.Arrays;

/**
 * Histograms of the blocks of a volume: rows x columns x slices of them, each with the same
 * histograms. Block i of n along a side of L voxels goes from floor(iL/n) to floor((i+1)L/n).
 *
 * <p>A voxel counts if it is at least the radius of each axis away from both ends of that axis; so
 * all its neighbours are in the volume, and all histograms count the same voxels, as in the code of
 * the authors of LBP-TOP. Neighbours may lie in another block.
 */
final class BlockHistograms {
  /** Fills an array with the bins of consecutive voxels of a row, the first at {@code start}. */
  interface RowBins {
    void of(int start, int[] bins);
  }

  private final GreyVolume volume;
  private final Blocks blocks;
  private final Radii radii;
  private final int[] sliceOf;
  private final int[] rowOf;
  private final int[] columnOf;
  private final int[] offsets;
  private final int blockLength;
  private final int[] counts;

  /**
   * @param bins of each histogram of a block, in their order
   * @throws IllegalArgumentException if a block would count no voxel; the message names the setting
   */
  BlockHistograms(GreyVolume volume, Blocks blocks, Radii radii, int... bins) {
    this.volume = volume;
    this.blocks = blocks;
    this.radii = radii;
    sliceOf = blockOf(volume.frames(), blocks.slices(), radii.t(), "slices", "t");
    rowOf = blockOf(volume.height(), blocks.rows(), radii.y(), "rows", "y");
    columnOf = blockOf(volume.width(), blocks.columns(), radii.x(), "columns", "x");
    offsets = new int[bins.length];
    int length = 0;
    for (int i = 0; i < bins.length; i++) {
      offsets[i] = length;
      length += bins[i];
    }
    blockLength = length;
    long all = (long) blocks.count() * length;
    counts = new int[Math.toIntExact(all)];
  }

  private static int[] blockOf(int side, int count, int radius, String blocks, String axis) {
    int[] blockOf = new int[side];
    for (int block = 0; block < count; block++) {
      int from = (int) ((long) block * side / count);
      int to = (int) ((long) (block + 1) * side / count);
      if (Math.max(from, radius) >= Math.min(to, side - radius)) {
        throw new IllegalArgumentException(
            "%d %s along %s: %d do not all count a voxel with %s=%d and radius-%s=%d; expected a larger preprocess.%s, or fewer %s, or a smaller radius"
                .formatted(
                    side,
                    axis.equals("t") ? "frames" : "pixels",
                    axis,
                    count,
                    blocks,
                    count,
                    axis,
                    radius,
                    axis.equals("t") ? "frames" : "size",
                    blocks));
      }
      Arrays.fill(blockOf, from, to, block);
    }
    return blockOf;
  }

  /** Voxels of a row that count. */
  int rowLength() {
    return volume.width() - 2 * radii.x();
  }

  /** Adds every voxel that counts to one of the histograms. */
  void count(int histogram, RowBins rowBins) {
    int margin = radii.x();
    int[] bins = new int[rowLength()];
    for (int t = radii.t(); t < volume.frames() - radii.t(); t++) {
      for (int y = radii.y(); y < volume.height() - radii.y(); y++) {
        rowBins.of(t * volume.frameStride() + y * volume.rowStride() + margin, bins);
        int first = (sliceOf[t] * blocks.rows() + rowOf[y]) * blocks.columns();
        for (int i = 0; i < bins.length; i++) {
          int block = first + columnOf[margin + i];
          counts[block * blockLength + offsets[histogram] + bins[i]]++;
        }
      }
    }
  }

  /** Adds the counts to those of other volumes, in the order of {@link #normalised}. */
  void addTo(long[] sums) {
    for (int i = 0; i < counts.length; i++) {
      sums[i] += counts[i];
    }
  }

  /**
   * All histograms, each divided by its sum: slice by slice, row by row, column by column of
   * blocks, and in each block one histogram after the other.
   */
  float[] normalised() {
    float[] vector = new float[counts.length];
    for (int block = 0; block < counts.length; block += blockLength) {
      for (int i = 0; i < offsets.length; i++) {
        int end = i + 1 < offsets.length ? offsets[i + 1] : blockLength;
        int[] own = Arrays.copyOfRange(counts, block + offsets[i], block + end);
        normalise(own, vector, block + offsets[i]);
      }
    }
    return vector;
  }

  /**
   * Puts a histogram, divided by its sum, into a vector.
   *
   * @param counts not all 0
   */
  static void normalise(int[] counts, float[] vector, int at) {
    long sum = 0;
    for (int count : counts) {
      sum += count;
    }
    for (int i = 0; i < counts.length; i++) {
      vector[at + i] = (float) ((double) counts[i] / sum);
    }
  }
}
