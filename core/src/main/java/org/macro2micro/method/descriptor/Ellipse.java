package org.macro2micro.method.descriptor;

import java.util.Arrays;

/**
 * P points on an ellipse around a voxel, in a plane of two axes. Point p lies radiusAcross cos(2 pi
 * p/P) along the first axis and -radiusDown sin(2 pi p/P) along the second: counter-clockwise from
 * the right in an image whose rows run down (Ojala et al. 2002, Eq. 1; Zhao and Pietik&auml;inen
 * 2007, Eq. 8 for two radii). Values between voxels are bilinearly interpolated.
 *
 * <p>What is interpolated is the difference to the voxel in the middle, not the value: where all is
 * flat it is then exactly 0, whatever rounding does to the weights.
 */
final class Ellipse {
  /** Coordinates closer than this to a voxel are the voxel: cos(pi/2) is not exactly 0. */
  private static final double SNAP = 1e-9;

  private final int[][] offsets;
  private final float[][] weights;

  /**
   * @param points P, 1 to 31
   * @param radiusAcross voxels along the first axis
   * @param radiusDown voxels along the second axis
   * @param strideAcross array positions from a voxel to the next along the first axis
   * @param strideDown the same along the second axis
   */
  Ellipse(int points, int radiusAcross, int radiusDown, int strideAcross, int strideDown) {
    offsets = new int[points][];
    weights = new float[points][];
    for (int p = 0; p < points; p++) {
      double angle = 2 * Math.PI * p / points;
      double across = snapped(radiusAcross * StrictMath.cos(angle));
      double down = snapped(-radiusDown * StrictMath.sin(angle));
      int left = (int) Math.floor(across);
      int top = (int) Math.floor(down);
      double right = across - left;
      double below = down - top;
      double[] corners = {
        (1 - right) * (1 - below), right * (1 - below), (1 - right) * below, right * below
      };
      int used = 0;
      int[] at = new int[corners.length];
      float[] weight = new float[corners.length];
      for (int corner = 0; corner < corners.length; corner++) {
        if (corners[corner] > 0) {
          at[used] = (left + corner % 2) * strideAcross + (top + corner / 2) * strideDown;
          weight[used++] = (float) corners[corner];
        }
      }
      offsets[p] = Arrays.copyOf(at, used);
      weights[p] = Arrays.copyOf(weight, used);
    }
  }

  private static double snapped(double coordinate) {
    double whole = Math.rint(coordinate);
    return Math.abs(coordinate - whole) < SNAP ? whole : coordinate;
  }

  /** P. */
  int points() {
    return offsets.length;
  }

  /**
   * The value at a point less the value in the middle, for as many consecutive voxels as {@code
   * into} holds.
   *
   * @param point 0 to P-1
   * @param values an array that holds all ellipses asked for
   * @param start position of the first voxel in the middle
   */
  void differences(int point, float[] values, int start, float[] into) {
    int[] at = offsets[point];
    float[] weight = weights[point];
    if (at.length == 1) {
      int only = start + at[0];
      for (int i = 0; i < into.length; i++) {
        into[i] = values[only + i] - values[start + i];
      }
      return;
    }
    int first = start + at[0];
    int second = start + at[1];
    for (int i = 0; i < into.length; i++) {
      float middle = values[start + i];
      into[i] =
          weight[0] * (values[first + i] - middle) + weight[1] * (values[second + i] - middle);
    }
    if (at.length > 2) {
      int third = start + at[2];
      int fourth = start + at[3];
      for (int i = 0; i < into.length; i++) {
        float middle = values[start + i];
        into[i] +=
            weight[2] * (values[third + i] - middle) + weight[3] * (values[fourth + i] - middle);
      }
    }
  }

  /**
   * The local binary patterns of consecutive voxels: bit p is 1 where the value at point p is not
   * below the value in the middle.
   *
   * @param scratch of the same length as {@code codes}, overwritten
   */
  void codes(float[] values, int start, int[] codes, float[] scratch) {
    Arrays.fill(codes, 0);
    for (int p = 0; p < points(); p++) {
      differences(p, values, start, scratch);
      int bit = 1 << p;
      for (int i = 0; i < codes.length; i++) {
        codes[i] |= scratch[i] >= 0 ? bit : 0;
      }
    }
  }
}
