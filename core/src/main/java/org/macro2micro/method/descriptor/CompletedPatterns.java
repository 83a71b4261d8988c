package org.macro2micro.method.descriptor;

import java.util.Arrays;

/**
 * The three kinds of binary patterns of STCLQP in one plane of a volume; each has a bit for each of
 * P points on an ellipse around a voxel.
 */
final class CompletedPatterns {
  /** The kinds: see {@link Stclqp}. */
  static final int KINDS = 3;

  private static final int SIGN = 0;
  private static final int MAGNITUDE = 1;

  private final GreyVolume volume;
  private final Ellipse ellipse;
  private final float meanMagnitude;
  private final float[] across;
  private final float[] down;

  private CompletedPatterns(
      GreyVolume volume, Ellipse ellipse, float meanMagnitude, float[] across, float[] down) {
    this.volume = volume;
    this.ellipse = ellipse;
    this.meanMagnitude = meanMagnitude;
    this.across = across;
    this.down = down;
  }

  /** The patterns in XY, XT and YT; the volume must be larger than the radii on all axes. */
  static CompletedPatterns[] planes(GreyVolume volume, Radii radii, int neighbours) {
    Ellipse[] ellipses = LbpTop.planes(volume, radii, neighbours);
    float[] alongX = gradient(volume, volume.width(), 1);
    float[] alongY = gradient(volume, volume.height(), volume.rowStride());
    float[] alongT = gradient(volume, volume.frames(), volume.frameStride());
    float[][] across = {alongX, alongX, alongY};
    float[][] down = {alongY, alongT, alongT};
    CompletedPatterns[] planes = new CompletedPatterns[ellipses.length];
    for (int i = 0; i < planes.length; i++) {
      float mean = meanMagnitude(volume, radii, ellipses[i]);
      planes[i] = new CompletedPatterns(volume, ellipses[i], mean, across[i], down[i]);
    }
    return planes;
  }

  /**
   * Half the difference of both neighbours along an axis; at its ends the difference to the one.
   */
  private static float[] gradient(GreyVolume volume, int side, int stride) {
    float[] grey = volume.grey();
    float[] gradient = new float[grey.length];
    for (int i = 0; i < grey.length; i++) {
      int place = i / stride % side;
      if (place == 0) {
        gradient[i] = grey[i + stride] - grey[i];
      } else if (place == side - 1) {
        gradient[i] = grey[i] - grey[i - stride];
      } else {
        gradient[i] = (grey[i + stride] - grey[i - stride]) / 2;
      }
    }
    return gradient;
  }

  private static float meanMagnitude(GreyVolume volume, Radii radii, Ellipse ellipse) {
    float[] row = new float[volume.width() - 2 * radii.x()];
    double sum = 0;
    long count = 0;
    for (int t = radii.t(); t < volume.frames() - radii.t(); t++) {
      for (int y = radii.y(); y < volume.height() - radii.y(); y++) {
        int start = t * volume.frameStride() + y * volume.rowStride() + radii.x();
        for (int p = 0; p < ellipse.points(); p++) {
          ellipse.differences(p, volume.grey(), start, row);
          for (float difference : row) {
            sum += Math.abs(difference);
          }
        }
        count += (long) ellipse.points() * row.length;
      }
    }
    return (float) (sum / count);
  }

  /** The patterns of one kind of consecutive voxels, the first at {@code start}. */
  void codes(int kind, int start, int[] codes) {
    float[] differences = new float[codes.length];
    if (kind == SIGN) {
      ellipse.codes(volume.grey(), start, codes, differences);
      return;
    }
    Arrays.fill(codes, 0);
    float[] second = new float[codes.length];
    for (int p = 0; p < ellipse.points(); p++) {
      int bit = 1 << p;
      if (kind == MAGNITUDE) {
        ellipse.differences(p, volume.grey(), start, differences);
        for (int i = 0; i < codes.length; i++) {
          codes[i] |= Math.abs(differences[i]) >= meanMagnitude ? bit : 0;
        }
      } else {
        ellipse.differences(p, across, start, differences);
        ellipse.differences(p, down, start, second);
        for (int i = 0; i < codes.length; i++) {
          float a = across[start + i];
          float d = down[start + i];
          float product = (differences[i] + a) * a + (second[i] + d) * d;
          codes[i] |= product >= 0 ? bit : 0;
        }
      }
    }
  }
}
