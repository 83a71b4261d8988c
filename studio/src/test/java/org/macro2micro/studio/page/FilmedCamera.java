package org.macro2micro.studio.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/**
 * Makes of a generated film what Chromium can show in place of a camera: JPEG files one after the
 * other, with fewer colours than our films have, since Chromium shows those as a green field.
 */
final class FilmedCamera {
  private static final int QUANTISER = 2;

  private FilmedCamera() {}

  /**
   * Writes the film's frames forwards and then backwards, since Chromium begins anew at the end and
   * a face that jumps would be a movement.
   */
  static Path write(Path film, Path camera) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(film.toFile())) {
      grabber.start();
      for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
        frames.add(frame.clone());
      }
    }
    Frame first = frames.get(0);
    try (FFmpegFrameRecorder recorder =
        new FFmpegFrameRecorder(camera.toFile(), first.imageWidth, first.imageHeight)) {
      recorder.setFormat("mjpeg");
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
      recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ420P);
      recorder.setVideoQuality(QUANTISER);
      recorder.start();
      for (Frame frame : frames) {
        recorder.record(frame);
      }
      for (int i = frames.size() - 1; i >= 0; i--) {
        recorder.record(frames.get(i));
      }
    } finally {
      frames.forEach(Frame::close);
    }
    return camera;
  }
}
