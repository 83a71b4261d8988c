package org.macro2micro.method.descriptor;

import org.macro2micro.clip.ClipId;
import org.macro2micro.preprocess.PreparedClip;

/** Cuts a side into blocks that do not overlap and whose lengths differ by one at most. */
final class BlockGrid {
  private BlockGrid() {}

  /** The row of blocks of each of H rows of pixels; throws as {@link #blocks}. */
  static int[] rows(PreparedClip clip, Blocks blocks) {
    return blocks(clip.id(), clip.height(), blocks.rows(), "rows", "preprocess.size");
  }

  /** The column of blocks of each of W columns of pixels; throws as {@link #blocks}. */
  static int[] columns(PreparedClip clip, Blocks blocks) {
    return blocks(clip.id(), clip.width(), blocks.columns(), "columns", "preprocess.size");
  }

  /** The slice of each of some moments; throws as {@link #blocks}. */
  static int[] slices(PreparedClip clip, int moments, Blocks blocks) {
    return blocks(clip.id(), moments, blocks.slices(), "slices", "preprocess.frames");
  }

  /**
   * The block of each position.
   *
   * @param clip named in the error
   * @param length positions, such as rows of pixels
   * @param blocks how many
   * @param setting what the number of blocks is called, such as "rows"
   * @param remedy what gives more positions, such as "preprocess.size"
   * @return length numbers in 0..blocks-1, never falling, each at least once
   * @throws IllegalArgumentException if there are more blocks than positions
   */
  static int[] blocks(ClipId clip, int length, int blocks, String setting, String remedy) {
    if (length < blocks) {
      throw new IllegalArgumentException(
          "clip %s: found %d positions for %s=%d, expected at least as many; lower %s or raise %s"
              .formatted(clip, length, setting, blocks, setting, remedy));
    }
    int[] block = new int[length];
    for (int i = 0; i < length; i++) {
      block[i] = (int) ((long) i * blocks / length);
    }
    return block;
  }
}
