package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.rotate;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Video;
import org.macro2micro.video.VideoReader;

/**
 * Decodes some frames of a clip's video, cut to the part that shows the face and turned upright.
 *
 * @param clip whose video it is
 * @param video the video
 */
record VideoDecoder(ClipId clip, Video video) {
  /** Reads the video once, up to the last position asked for. */
  void decode(SortedSet<Integer> positions, FrameDecoder.Sink sink) throws PreparationException {
    int last = positions.isEmpty() ? -1 : positions.last();
    try (VideoReader reader = VideoReader.open(video.file())) {
      for (int position = 0; position <= last; position++) {
        Optional<Mat> frame = reader.next();
        if (frame.isEmpty()) {
          throw new PreparationException(
              clip,
              "video %s ends after %d frames; expected %d, as when the database was read: copy it again or leave the clip out"
                  .formatted(video.file(), position, video.frames()));
        }
        try (Mat whole = frame.get()) {
          if (positions.contains(position)) {
            try (Mat part = part(whole);
                Mat upright = upright(part)) {
              sink.take(position, upright);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new PreparationException(
          clip, e.getMessage() + "; copy it again or leave the clip out", e);
    }
  }

  private Mat part(Mat whole) {
    int half = whole.cols() / 2;
    try (Rect area =
        switch (video.part()) {
          case WHOLE -> new Rect(0, 0, whole.cols(), whole.rows());
          case LEFT -> new Rect(0, 0, half, whole.rows());
          case RIGHT -> new Rect(whole.cols() - half, 0, half, whole.rows());
        }) {
      return new Mat(whole, area);
    }
  }

  private Mat upright(Mat part) {
    Mat upright = new Mat();
    switch (video.turn()) {
      case NONE -> part.copyTo(upright);
      case CLOCKWISE -> rotate(part, upright, ROTATE_90_CLOCKWISE);
      case COUNTERCLOCKWISE -> rotate(part, upright, ROTATE_90_COUNTERCLOCKWISE);
    }
    return upright;
  }
}
