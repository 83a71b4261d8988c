package org.macro2micro.descriptor;

/**
 * The parameters that the descriptors share; each says in its own page which it has no use for.
 *
 * @param rows blocks from top to bottom, 1 to 64
 * @param columns blocks from left to right, 1 to 64
 * @param slices blocks along time, 1 to 64
 * @param radiusX horizontal radius of a neighbourhood in pixels, 1 to 32
 * @param radiusY vertical radius in pixels, 1 to 32
 * @param radiusT radius along time in frames, 1 to 32
 * @param neighbours P, points of a neighbourhood, 4 to 16
 * @param bins of a histogram of directions, 2 to 64
 */
public record DescriptorSettings(
    int rows,
    int columns,
    int slices,
    int radiusX,
    int radiusY,
    int radiusT,
    int neighbours,
    int bins) {
  public DescriptorSettings {
    require("rows", rows, 1, 64);
    require("columns", columns, 1, 64);
    require("slices", slices, 1, 64);
    require("radius-x", radiusX, 1, 32);
    require("radius-y", radiusY, 1, 32);
    require("radius-t", radiusT, 1, 32);
    require("neighbours", neighbours, 4, 16);
    require("bins", bins, 2, 64);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "descriptor.%s: found %d, expected %d to %d".formatted(name, value, least, most));
    }
  }
}
