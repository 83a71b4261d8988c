package org.macro2micro.preprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * The face of a long video, small and grey and always in the same place, frame by frame in one
 * pass. A face that was found is followed by {@link HeadMotion} from frame to frame, without the
 * jitter of a detector; the detector looks again about once a second, whenever the picture stops
 * looking like the face, and until there is one. Not for several threads.
 */
public final class FollowedFaces implements AutoCloseable {
  /** Width and height of the pictures that are given out, in pixels. */
  public static final int SIZE = 64;

  /** Below this correlation with the reference it is no longer the same face. */
  private static final double LEAST_LIKENESS = .6;

  /**
   * Below this correlation the face has changed, by light or turn, and is followed from its new
   * look.
   */
  private static final double WORN = .9;

  /** How far, in widths of the square, detector and following may be apart. */
  private static final double MOST_APART = .3;

  private static final double MOST_SCALE = 1.6;
  private static final double SECONDS_TO_CHECK = 1;
  private static final double SECONDS_TO_SEARCH = .15;

  private static final Look NONE = new Look(false, false, new float[0]);

  private final Film film;
  private final FaceFinder finder;
  private final int checkEvery;
  private final int searchEvery;
  private @Nullable Following following;
  private int untilDetection;
  private int misses;

  /**
   * The face of one frame.
   *
   * @param isVisible whether a face is seen
   * @param begins whether it was found again, so that its place does not follow from the frame
   *     before
   * @param pixels {@link #SIZE}*{@link #SIZE} grey levels from 0 to 255 without the finest detail,
   *     row by row, the eyes at 34% and 66% of the width and 36% of the height; none where no face
   *     is seen
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once and never compared
  public record Look(boolean isVisible, boolean begins, float[] pixels) {}

  /** The place of the face, and its picture. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Following(
      FacePlacement square,
      HeadMotion head,
      float[] reference,
      Similarity anchored,
      Similarity moved) {}

  private FollowedFaces(Film film, FaceFinder finder) {
    this.film = film;
    this.finder = finder;
    opencv_core.setNumThreads(1);
    double rate = film.framesPerSecond();
    checkEvery = Math.max(1, (int) Math.round(SECONDS_TO_CHECK * rate));
    searchEvery = Math.max(1, (int) Math.round(SECONDS_TO_SEARCH * rate));
  }

  /**
   * Follows the face in a video.
   *
   * @param detector YuNet's file, which then finds the face; null for OpenCV's cascades
   * @throws IOException if video or detector can't be read; the message names the file
   */
  public static FollowedFaces of(Path video, @Nullable Path detector) throws IOException {
    return open(Film.of(video), detector);
  }

  /**
   * Follows the face in image files.
   *
   * @param images in time order, all of one size
   * @param framesPerSecond above 0
   */
  public static FollowedFaces of(List<Path> images, double framesPerSecond, @Nullable Path detector)
      throws IOException {
    return open(Film.of(images, framesPerSecond), detector);
  }

  private static FollowedFaces open(Film film, @Nullable Path detector) throws IOException {
    double rate = film.framesPerSecond();
    if (!(rate > 0 && Double.isFinite(rate))) {
      film.close();
      throw new IOException(
          "the video says that it has %s frames a second; expected a number above 0: write it again with its frame rate"
              .formatted(rate));
    }
    try {
      return new FollowedFaces(film, FaceFinder.of(detector));
    } catch (IOException e) {
      film.close();
      throw e;
    }
  }

  /** Returns the number of frames per second. */
  public double framesPerSecond() {
    return film.framesPerSecond();
  }

  /** Number of frames as the file says, 0 if it does not say. */
  public int expectedFrames() {
    return film.expected();
  }

  /**
   * The next frame; empty at the end.
   *
   * @throws IOException if it can't be decoded
   */
  public Optional<Look> next() throws IOException {
    Optional<Mat> next = film.next();
    if (next.isEmpty()) {
      return Optional.empty();
    }
    try (Mat picture = next.get()) {
      return Optional.of(look(picture));
    }
  }

  private Look look(Mat picture) {
    untilDetection--;
    Optional<float[]> followed =
        following == null ? Optional.empty() : followed(picture, following);
    boolean isJustLost = following != null && followed.isEmpty();
    Look look = followed.map(pixels -> new Look(true, false, pixels)).orElse(NONE);
    if (untilDetection > 0 && !isJustLost) {
      return look;
    }
    Optional<Face> face = finder.largest(picture);
    untilDetection = face.isEmpty() ? searchEvery : checkEvery;
    if (face.isEmpty()) {
      // A detector overlooks a face now and then; twice in a row it is believed.
      misses++;
      if (look.isVisible() && misses < 2) {
        return look;
      }
      following = null;
      return NONE;
    }
    misses = 0;
    return look.isVisible() && isSame(face.get()) ? look : begun(picture, face.get());
  }

  private Look begun(Mat picture, Face face) {
    FacePlacement square =
        FacePlacement.eyes(List.of(face)).orElseGet(() -> FacePlacement.box(List.of(face)));
    try (Mat placed = square.toPicture().taken(picture, square.side())) {
      float[] pixels = RegisteredImage.smooth(placed, SIZE);
      following =
          new Following(
              square, HeadMotion.since(placed), pixels, Similarity.IDENTITY, Similarity.IDENTITY);
      return new Look(true, true, pixels);
    }
  }

  /** Returns the face at its new place, or empty if what is there does not look like it. */
  private Optional<float[]> followed(Mat picture, Following before) {
    FacePlacement square = before.square();
    Similarity near = before.moved().then(before.anchored()).then(square.toPicture());
    Similarity moved;
    try (Mat placed = near.taken(picture, square.side())) {
      moved = before.head().to(placed).then(before.moved());
    }
    Similarity place = moved.then(before.anchored());
    try (Mat placed = place.then(square.toPicture()).taken(picture, square.side())) {
      float[] pixels = RegisteredImage.smooth(placed, SIZE);
      double likeness = likeness(pixels, before.reference());
      if (!(likeness > LEAST_LIKENESS)) {
        return Optional.empty();
      }
      boolean isWorn = likeness < WORN;
      following =
          isWorn
              ? new Following(square, HeadMotion.since(placed), pixels, place, Similarity.IDENTITY)
              : new Following(square, before.head(), before.reference(), before.anchored(), moved);
      return Optional.of(pixels);
    }
  }

  /** Whether the detector's face is the one that is followed. */
  private boolean isSame(Face face) {
    Following now = following;
    if (now == null) {
      return false;
    }
    Similarity toPicture = now.moved().then(now.anchored()).then(now.square().toPicture());
    double side = now.square().side();
    double wide = side * toPicture.scale();
    double x = toPicture.xOf(side / 2, side / 2);
    double y = toPicture.yOf(side / 2, side / 2);
    FacePlacement found =
        FacePlacement.eyes(List.of(face)).orElseGet(() -> FacePlacement.box(List.of(face)));
    double foundWide = found.side() * found.toPicture().scale();
    double half = found.side() / 2.0;
    double apart =
        Math.hypot(found.toPicture().xOf(half, half) - x, found.toPicture().yOf(half, half) - y);
    return apart < MOST_APART * wide
        && foundWide < MOST_SCALE * wide
        && wide < MOST_SCALE * foundWide;
  }

  /** The correlation of two faces within the ellipse that a face takes; 0 for an even surface. */
  private static double likeness(float[] a, float[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (int i = 0; i < a.length; i++) {
      if (RegisteredImage.isFace(i % SIZE, i / SIZE, SIZE)) {
        squaresA += (a[i] - meanA) * (a[i] - meanA);
        squaresB += (b[i] - meanB) * (b[i] - meanB);
        products += (a[i] - meanA) * (b[i] - meanB);
      }
    }
    double spread = Math.sqrt(squaresA * squaresB);
    return spread > 0 ? products / spread : 0;
  }

  private static double mean(float[] face) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < face.length; i++) {
      if (RegisteredImage.isFace(i % SIZE, i / SIZE, SIZE)) {
        sum += face[i];
        count++;
      }
    }
    return sum / count;
  }

  @Override
  public void close() {
    film.close();
    finder.close();
  }
}
