package org.macro2micro.clip;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a clip's images lie, in time order.
 *
 * @param content what the images show
 * @param files at least one image file; for {@link Content#FLOW} one or two, the rise (onset to
 *     apex) and, where it is known, the fall (apex to offset)
 */
public record Frames(Content content, List<Path> files) {
  /** What the images show. */
  public enum Content {
    /** Camera frames of a face. */
    FACE,
    /** Optical flow as colour: red and green the horizontal and vertical flow, blue the strain. */
    FLOW
  }

  public Frames {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("frames: 0 files, a clip has at least 1");
    }
    if (content == Content.FLOW && files.size() > 2) {
      throw new IllegalArgumentException(
          "flow frames: "
              + files.size()
              + " files, expected 1 or 2 (onset to apex, apex to offset)");
    }
  }

  /** Number of images. */
  public int count() {
    return files.size();
  }
}
