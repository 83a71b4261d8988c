package org.macro2micro.clip;

import java.nio.file.Path;

/**
 * A video whose frames are a clip's images.
 *
 * @param file the video
 * @param frames number of its frames, at least 1
 * @param part what part of a frame shows the face
 * @param turn how that part is turned so that the face is upright
 */
public record Video(Path file, int frames, Part part, Turn turn) {
  /** A part of a frame. */
  public enum Part {
    /** The whole frame. */
    WHOLE,
    /** The left half of the frame. */
    LEFT,
    /** The right half of the frame. */
    RIGHT
  }

  /** A turn of the picture. */
  public enum Turn {
    /** No turn. */
    NONE,
    /** A turn by 90 degrees to the right. */
    CLOCKWISE,
    /** A turn by 90 degrees to the left. */
    COUNTERCLOCKWISE
  }

  public Video {
    if (frames < 1) {
      throw new IllegalArgumentException(
          "video " + file + ": " + frames + " frames, a clip has at least 1");
    }
  }
}
