package org.macro2micro.annotate;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.preprocess.FaceTrack;
import org.macro2micro.preprocess.FilmPicture;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.spot.Spotting;

/**
 * A small picture of the first frame in which the face is seen that is followed, with that face
 * marked, so that a person sees whose movements a page is about.
 */
public final class FollowedFacePicture {
  private static final int WIDTH = 480;

  private FollowedFacePicture() {}

  /**
   * The picture; empty if no face was seen.
   *
   * @param id by which errors name the film
   * @param frames what was looked at; a video is read up to that frame
   * @throws PreparationException if the frame can't be read any more
   */
  public static Optional<PngImage> of(ClipId id, Frames frames, Spotting spotting)
      throws PreparationException {
    FaceTrack faces = spotting.watched().faces();
    Optional<Integer> first = faces.first();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    BufferedImage whole = FilmPicture.of(id, frames, first.get());
    return Optional.of(PngImage.of(marked(whole, faces.at(first.get()).orElseThrow())));
  }

  private static BufferedImage marked(BufferedImage whole, FaceTrack.Place place) {
    int height = Math.max(1, Math.round((float) WIDTH * whole.getHeight() / whole.getWidth()));
    BufferedImage small = new BufferedImage(WIDTH, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D canvas = CurveStrip.smooth(small);
    canvas.drawImage(whole, 0, 0, WIDTH, height, null);
    mark(canvas, place, (double) WIDTH / whole.getWidth(), 2);
    canvas.dispose();
    return small;
  }

  /** Draws a square around the face, dark and light, so that it is seen on any picture. */
  static void mark(Graphics2D canvas, FaceTrack.Place place, double scale, double stroke) {
    double side = place.width() * scale;
    Rectangle2D square =
        new Rectangle2D.Double(
            place.x() * scale - side / 2, place.y() * scale - side / 2, side, side);
    canvas.setStroke(new BasicStroke((float) (2 * stroke)));
    canvas.setPaint(StripColours.BACK);
    canvas.draw(square);
    canvas.setStroke(new BasicStroke((float) stroke));
    canvas.setPaint(StripColours.TEXT);
    canvas.draw(square);
  }
}
