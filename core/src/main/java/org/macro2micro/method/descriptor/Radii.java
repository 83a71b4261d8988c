package org.macro2micro.method.descriptor;

/**
 * How far the neighbours of a voxel are from it.
 *
 * @param x horizontal radius in pixels, 1 to 32
 * @param y vertical radius in pixels, 1 to 32
 * @param t radius along time in frames, 1 to 32
 */
record Radii(int x, int y, int t) {
  Radii {
    Blocks.require("radius-x", x, 1, 32);
    Blocks.require("radius-y", y, 1, 32);
    Blocks.require("radius-t", t, 1, 32);
  }
}
