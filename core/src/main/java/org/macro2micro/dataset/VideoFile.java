package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.clip.Video.Turn;
import org.macro2micro.video.VideoReader;

/**
 * What a reader needs to know of a video. It is decoded once, for what a container says of its
 * number of frames is often wrong.
 *
 * @param frames number of its frames
 * @param turn how to turn its first frame so that the face in it is upright, empty if none is found
 *     or it was not looked for
 */
record VideoFile(int frames, Optional<Turn> turn) {
  /** Longer than any of the databases' videos by far; each takes a few milliseconds. */
  private static final int MOST_FRAMES = 20_000;

  /**
   * Looks at a video.
   *
   * @param findTurn whether to look for the upright face in the first frame
   * @throws UnusableClipException if it is no sound video, has no frames, or too many
   */
  static VideoFile of(Path file, boolean findTurn) throws UnusableClipException {
    int frames = 0;
    Optional<Turn> turn = Optional.empty();
    try (VideoReader reader = VideoReader.open(file)) {
      for (Optional<Mat> next = reader.next(); next.isPresent(); next = reader.next()) {
        try (Mat frame = next.get()) {
          if (frames == 0 && findTurn) {
            turn = FaceTurn.of(frame);
          }
        }
        frames++;
        if (frames > MOST_FRAMES) {
          throw new UnusableClipException(
              "video " + file + " has more than the " + MOST_FRAMES + " frames that are read");
        }
      }
    } catch (IOException e) {
      throw new UnusableClipException(String.valueOf(e.getMessage()));
    }
    if (frames == 0) {
      throw new UnusableClipException("video " + file + " is damaged: it has no frames");
    }
    return new VideoFile(frames, turn);
  }
}
