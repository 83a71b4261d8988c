package org.macro2micro.method.descriptor;

/**
 * Into how many blocks a clip is cut; blocks do not overlap.
 *
 * @param rows blocks from top to bottom, 1 to 64
 * @param columns blocks from left to right, 1 to 64
 * @param slices blocks along time, 1 to 64
 */
record Blocks(int rows, int columns, int slices) {
  Blocks {
    require("rows", rows, 1, 64);
    require("columns", columns, 1, 64);
    require("slices", slices, 1, 64);
  }

  /** Blocks of frames, undivided along time. */
  static Blocks ofFrames(int rows, int columns) {
    return new Blocks(rows, columns, 1);
  }

  /** How many there are. */
  int count() {
    return slices * rows * columns;
  }

  /** Refuses a setting of a descriptor that is out of its range. */
  static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: found %d, expected %d to %d".formatted(name, value, least, most));
    }
  }

  /** Refuses numbers of bins that a histogram of directions or codewords can't have. */
  static void requireBins(int bins) {
    require("bins", bins, 2, 64);
  }

  /** Refuses numbers of points that a neighbourhood can't have. */
  static void requireNeighbours(int neighbours) {
    require("neighbours", neighbours, 4, 16);
  }
}
