package org.macro2micro.preprocess;

/**
 * Optical strain (Shreve et al., FG 2009/2011): how much the flow stretches and shears the face,
 * without its rigid motion. e = sqrt(e_xx^2 + e_yy^2 + 2 e_xy^2) with e_xx = du/dx, e_yy = dv/dy,
 * e_xy = (du/dy + dv/dx)/2. Derivatives are central differences, one-sided at the border.
 */
public final class OpticalStrain {
  private OpticalStrain() {}

  /**
   * @param u horizontal flow, row by row
   * @param v vertical flow
   * @return strain magnitude of each pixel, at least 0
   */
  public static float[] of(float[] u, float[] v, int width, int height) {
    float[] strain = new float[u.length];
    for (int y = 0; y < height; y++) {
      int above = Math.max(y - 1, 0) * width;
      int below = Math.min(y + 1, height - 1) * width;
      double dy = Math.max(1, (below - above) / width);
      for (int x = 0; x < width; x++) {
        int left = Math.max(x - 1, 0);
        int right = Math.min(x + 1, width - 1);
        double dx = Math.max(1, right - left);
        int row = y * width;
        double xx = (u[row + right] - u[row + left]) / dx;
        double yy = (v[below + x] - v[above + x]) / dy;
        double xy =
            ((u[below + x] - u[above + x]) / dy + (v[row + right] - v[row + left]) / dx) / 2;
        strain[row + x] = (float) Math.sqrt(xx * xx + yy * yy + 2 * xy * xy);
      }
    }
    return strain;
  }
}
