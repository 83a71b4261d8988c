package org.macro2micro.annotate;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.macro2micro.base.Progress;
import org.macro2micro.base.WholeFile;
import org.macro2micro.preprocess.FaceTrack;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.spot.FrameTimes;
import org.macro2micro.video.VideoReader;
import org.macro2micro.video.VideoWriter;

/**
 * Draws what was found in a video on its frames: a border in the class's colour while an interval
 * lasts, and a {@link CurveStrip} below the picture. No pixel of the picture is covered but by a
 * thin square around the face that is followed; small pictures are enlarged, a whole number of
 * times, so that the text can be read. It plays as long as the video itself: frame for frame, but
 * that frames of a varying rate are repeated as long as they are shown.
 *
 * <p>Nothing is held but one frame, whatever the video's length. The same video gives the same
 * bytes on one machine; another may have other fonts.
 */
public final class AnnotatedVideo {
  private static final int LEAST_WIDTH = 480;

  /** Width of a video whose text and lines are neither scaled up nor down. */
  private static final double WIDTH_OF_UNIT = 800;

  private static final double LEAST_UNIT = .8;
  private static final int BORDER = 5;
  private static final int TEXT = 18;
  private static final int SMALL_TEXT = 14;

  private AnnotatedVideo() {}

  /**
   * Writes the video as AVI (Motion JPEG).
   *
   * @param source the video that was looked at
   * @param found with as many frames as {@code source} has
   * @param target where to; folders are made, an old file is replaced once the new one is whole. If
   *     writing fails or its thread is interrupted, nothing is kept and the old file stays
   * @throws InterruptedIOException if the thread is interrupted
   * @throws IOException if the source can't be read, has another number of frames, or is itself the
   *     target, or the target can't be written
   */
  public static void write(Path source, PredictedVideo found, Path target, Progress progress)
      throws IOException {
    if (Files.exists(target) && Files.isSameFile(source, target)) {
      throw new IOException(
          "annotated video: %s is the video itself; name another file".formatted(target));
    }
    WholeFile.write(target, part -> draw(source, found, part, progress));
  }

  private static void draw(Path source, PredictedVideo found, Path part, Progress progress)
      throws IOException {
    try (VideoReader reader = VideoReader.open(source)) {
      FramePainter painter = new FramePainter(found, reader.width(), reader.height());
      FrameTimes times = found.spotting().times();
      int frames = times.count();
      // Of a film of varying rate the finest is kept, and slower frames are repeated.
      boolean isRegular = times.isRegular();
      double rate = isRegular ? times.framesPerSecond() : 1 / times.interval();
      try (VideoWriter writer = VideoWriter.open(part, painter.width(), painter.height(), rate)) {
        int frame = 0;
        int written = 0;
        Optional<BufferedImage> next = reader.nextImage();
        for (; next.isPresent() && frame < frames; frame++) {
          if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(
                "annotated video: interrupted at frame %d of %s; nothing was kept"
                    .formatted(frame, source));
          }
          BufferedImage painted = painter.paint(next.get(), frame);
          double end = isRegular ? frame + 1 : (times.end(frame) - times.at(0)) * rate;
          do {
            writer.add(painted);
            written++;
          } while (written + .5 < end);
          progress.at(frame + 1, frames);
          next = reader.nextImage();
        }
        if (next.isPresent() || frame < frames) {
          throw new IOException(
              "annotated video: %s has %s frames, but the spotting looked at %d; spot the file as it is now"
                  .formatted(source, next.isPresent() ? "more" : String.valueOf(frame), frames));
        }
      }
    }
  }

  /** Paints frames of one size. */
  static final class FramePainter {
    private final PredictedVideo found;
    private final CurveStrip strip;
    private final int border;
    private final int pictureWidth;
    private final int pictureHeight;
    private final BufferedImage canvas;

    FramePainter(PredictedVideo found, int width, int height) {
      this.found = found;
      int times = Math.max(1, (LEAST_WIDTH + width - 1) / width);
      this.pictureWidth = times * width;
      this.pictureHeight = times * height;
      double unit = Math.max(LEAST_UNIT, pictureWidth / WIDTH_OF_UNIT);
      this.border = (int) Math.round(BORDER * unit);
      int whole = even(pictureWidth + 2 * border);
      this.strip =
          new CurveStrip(
              found,
              whole,
              unit,
              Caption.of((int) Math.round(TEXT * unit)),
              Caption.of((int) Math.round(SMALL_TEXT * unit)));
      int all = even(pictureHeight + 2 * border + strip.height());
      this.canvas = new BufferedImage(whole, all, BufferedImage.TYPE_3BYTE_BGR);
    }

    int width() {
      return canvas.getWidth();
    }

    int height() {
      return canvas.getHeight();
    }

    /** The row of pixels at which the strip begins. */
    int stripTop() {
      return pictureHeight + 2 * border;
    }

    /** Returns the frame as it is written; it is valid until the next one is painted. */
    BufferedImage paint(BufferedImage picture, int frame) {
      Graphics2D graphics = CurveStrip.smooth(canvas);
      Color around =
          found
              .at(frame)
              .map(interval -> StripColours.of(found.colour(interval)))
              .orElse(StripColours.BACK);
      graphics.setPaint(StripColours.BACK);
      graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
      graphics.setPaint(around);
      graphics.fillRect(0, 0, canvas.getWidth(), stripTop());
      graphics.drawImage(picture, border, border, pictureWidth, pictureHeight, null);
      found
          .spotting()
          .watched()
          .faces()
          .at(frame)
          .ifPresent(place -> mark(graphics, place, (double) pictureWidth / picture.getWidth()));
      graphics.translate(0, stripTop());
      strip.draw(graphics, frame);
      graphics.dispose();
      return canvas;
    }

    private void mark(Graphics2D graphics, FaceTrack.Place place, double scale) {
      Graphics2D inPicture =
          (Graphics2D) graphics.create(border, border, pictureWidth, pictureHeight);
      FollowedFacePicture.mark(inPicture, place, scale, border / (double) BORDER);
      inPicture.dispose();
    }

    private static int even(int pixels) {
      return pixels + pixels % 2;
    }
  }
}
