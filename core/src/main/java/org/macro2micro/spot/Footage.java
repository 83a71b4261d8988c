package org.macro2micro.spot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.macro2micro.preprocess.FaceChoice;
import org.macro2micro.preprocess.FollowedFaces;

/**
 * What is looked at: a video, or image files.
 *
 * @param media the video, or the folder of the images
 * @param images in time order, all of one size; empty for a video
 * @param framesPerSecond of images; of a video the true rate if the file says a wrong one
 * @param choice which of several people is followed
 */
public record Footage(
    Path media, List<Path> images, OptionalDouble framesPerSecond, FaceChoice choice) {
  public Footage {
    images = List.copyOf(images);
    if (framesPerSecond.isPresent()
        && !(framesPerSecond.getAsDouble() > 0 && Double.isFinite(framesPerSecond.getAsDouble()))) {
      throw new IllegalArgumentException(
          "%s: %s frames a second; expected a number above 0"
              .formatted(media, framesPerSecond.getAsDouble()));
    }
    if (!images.isEmpty() && framesPerSecond.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is a folder of frames; expected their number per second: give it with --rate N"
              .formatted(media));
    }
  }

  /** A video that says its own times; the largest face is followed. */
  public static Footage of(Path video) {
    return new Footage(video, List.of(), OptionalDouble.empty(), FaceChoice.LARGEST);
  }

  /** Returns whether it is a video. */
  public boolean isVideo() {
    return images.isEmpty();
  }

  /** The name of the video or the folder. */
  public String name() {
    return String.valueOf(media.toAbsolutePath().normalize().getFileName());
  }

  FollowedFaces open(@Nullable Path detector) throws IOException {
    return isVideo()
        ? FollowedFaces.of(media, framesPerSecond, choice, detector)
        : FollowedFaces.of(images, framesPerSecond.getAsDouble(), choice, detector);
  }
}
