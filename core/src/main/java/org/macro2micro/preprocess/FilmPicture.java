package org.macro2micro.preprocess;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;

/** One whole frame of a film, for people to look at. */
public final class FilmPicture {
  private FilmPicture() {}

  /**
   * Reads a frame; a video is read up to it.
   *
   * @param id by which errors name the film
   * @param position of the frame, from 0
   * @return of type {@link BufferedImage#TYPE_3BYTE_BGR}
   * @throws PreparationException if it can't be decoded; the message names its file
   */
  public static BufferedImage of(ClipId id, Frames frames, int position)
      throws PreparationException {
    List<BufferedImage> taken = new ArrayList<>();
    new FrameDecoder(id)
        .decode(
            frames, new TreeSet<>(List.of(position)), (at, picture) -> taken.add(image(picture)));
    return taken.get(0);
  }

  private static BufferedImage image(Mat picture) {
    BufferedImage image =
        new BufferedImage(picture.cols(), picture.rows(), BufferedImage.TYPE_3BYTE_BGR);
    try (BytePointer data = picture.data()) {
      data.get(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }
    return image;
  }
}
