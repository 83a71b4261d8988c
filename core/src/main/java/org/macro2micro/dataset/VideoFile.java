package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.clip.Video.Turn;
import org.macro2micro.video.VideoReader;

/**
 * What a reader needs to know about a video. It is decoded once, for what a container says of its
 * number of frames is often wrong.
 *
 * @param frames number of its frames
 * @param turn how to turn its first frame so that the face in it is upright, empty if none is found
 *     or it was not looked for
 */
record VideoFile(int frames, Optional<Turn> turn) {
  /** This is much longer than any of the databases' videos. */
  private static final int MOST_FRAMES = 20_000;

  /**
   * The largest number of pixels of all frames together: 3 minutes of 720x576, which take some
   * seconds to decode.
   */
  private static final long MOST_PIXELS = 2_000_000_000;

  /**
   * Looks at a video.
   *
   * @param findTurn whether to look for the upright face in the first frame
   * @throws UnusableClipException if it is not a sound video, has no frames, or too many
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
        long pixels = (long) frames * reader.width() * reader.height();
        if (frames > MOST_FRAMES || pixels > MOST_PIXELS) {
          throw new UnusableClipException(
              "video %s is longer than a clip may be (%d frames, or %d pixels in all): find the movements in it with predict --spot, or cut it, such as by: ffmpeg -ss 1.5 -to 3 -i \"%s\" -c:v libx264 -crf 10 -an clip.mp4"
                  .formatted(file, MOST_FRAMES, MOST_PIXELS, file.getFileName()));
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
