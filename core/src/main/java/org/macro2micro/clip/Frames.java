package org.macro2micro.clip;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a clip's images are, in time order: one file for each, or one video.
 *
 * @param content what the images show
 * @param files at least one image file; for {@link Content#FLOW} one or two, the rise (onset to
 *     apex) and, where it is known, the fall (apex to offset); of a video its one file
 * @param video the video that the images are frames of, empty where each image is a file
 */
public record Frames(Content content, List<Path> files, Optional<Video> video) {
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
    if (video.isPresent() && !files.equals(List.of(video.get().file()))) {
      throw new IllegalArgumentException(
          "video frames: files %s, expected the video %s alone"
              .formatted(files, video.get().file()));
    }
  }

  /** Images that are one file each. */
  public Frames(Content content, List<Path> files) {
    this(content, files, Optional.empty());
  }

  /** The frames of a video of a face. */
  public static Frames of(Video video) {
    return new Frames(Content.FACE, List.of(video.file()), Optional.of(video));
  }

  /** Number of images. */
  public int count() {
    return video.map(Video::frames).orElse(files.size());
  }
}
