package org.macro2micro.preprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

  /** So it is if its contrast has grown or shrunk by more than this factor, as in a fade. */
  private static final double OTHER_CONTRAST = 1.3;

  /** How far, in widths of the square, detector and following may be apart. */
  private static final double MOST_APART = .3;

  private static final double MOST_SCALE = 1.6;
  private static final double SECONDS_TO_CHECK = 1;
  private static final double SECONDS_TO_SEARCH = .15;

  /** A clock that is this much early is not early. */
  private static final double CLOCK = 1e-6;

  /**
   * Within this time, and this many widths of it, a face that was lost is the same person's; later
   * and elsewhere it may be another's.
   */
  private static final double SECONDS_TO_WAIT = 3;

  private static final double MOST_MOVED = 1;

  private static final float[] NO_PIXELS = {};

  private final Film film;
  private final FaceFinder finder;
  private final FaceChoice choice;
  private final FaceTrack track = new FaceTrack();
  private @Nullable Following following;
  private FaceTrack.@Nullable Place lastPlace;
  private double lastSeen;
  private double nextDetection = Double.NEGATIVE_INFINITY;
  private int misses;

  /**
   * The face of one frame.
   *
   * @param isVisible whether a face is seen
   * @param begins whether it was found again, so that its place does not follow from the frame
   *     before
   * @param seconds when the frame is shown; grows from frame to frame
   * @param pixels {@link #SIZE}*{@link #SIZE} grey levels from 0 to 255 without the finest detail,
   *     row by row, the eyes at 34% and 66% of the width and 36% of the height; none where no face
   *     is seen
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once and never compared
  public record Look(boolean isVisible, boolean begins, double seconds, float[] pixels) {}

  /** The place of the face, and its picture. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Following(
      FacePlacement square,
      HeadMotion head,
      float[] reference,
      Similarity anchored,
      Similarity moved) {
    FaceTrack.Place place() {
      Similarity toPicture = moved.then(anchored).then(square.toPicture());
      double half = square.side() / 2.0;
      return new FaceTrack.Place(
          toPicture.xOf(half, half), toPicture.yOf(half, half), square.side() * toPicture.scale());
    }
  }

  private FollowedFaces(Film film, FaceFinder finder, FaceChoice choice) {
    this.film = film;
    this.finder = finder;
    this.choice = choice;
    opencv_core.setNumThreads(1);
  }

  /**
   * Follows the face in a video.
   *
   * @param framesPerSecond the true rate, if what the file says is wrong
   * @param choice which of several people
   * @param detector YuNet's file, which then finds the face; null for OpenCV's cascades
   * @throws IOException if video or detector can't be read; the message names the file
   */
  public static FollowedFaces of(
      Path video, OptionalDouble framesPerSecond, FaceChoice choice, @Nullable Path detector)
      throws IOException {
    return open(Film.of(video, framesPerSecond), choice, detector);
  }

  /**
   * Follows the face in image files.
   *
   * @param images in time order, all of one size
   * @param framesPerSecond above 0
   * @param choice which of several people
   */
  public static FollowedFaces of(
      List<Path> images, double framesPerSecond, FaceChoice choice, @Nullable Path detector)
      throws IOException {
    return open(Film.of(images, framesPerSecond), choice, detector);
  }

  /**
   * Follows the face before a camera. {@link #next()} waits for its pictures.
   *
   * @param choice which of several people
   */
  public static FollowedFaces of(Camera camera, FaceChoice choice, @Nullable Path detector)
      throws IOException {
    return open(Film.of(camera), choice, detector);
  }

  private static FollowedFaces open(Film film, FaceChoice choice, @Nullable Path detector)
      throws IOException {
    double rate = film.framesPerSecond();
    if (!(rate > 0 && Double.isFinite(rate))) {
      film.close();
      throw new IOException(
          "the video says that it has %s frames a second; expected a number above 0: give the true rate with --rate N"
              .formatted(rate));
    }
    try {
      return new FollowedFaces(film, FaceFinder.of(detector), choice);
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

  /** What is known of the place of the face, and of other people, of the frames so far. */
  public FaceTrack track() {
    return track;
  }

  /** What a person should know of the film's time, of what was read so far: a sentence each. */
  public List<String> notes() {
    return film.notes();
  }

  private Look look(Mat picture) {
    double now = film.seconds();
    Look look = seen(picture, now);
    if (look.isVisible() && following != null) {
      lastPlace = following.place();
      lastSeen = now;
      track.add(lastPlace);
    } else {
      track.addUnseen();
    }
    return look;
  }

  private Look seen(Mat picture, double now) {
    Optional<float[]> followed =
        following == null ? Optional.empty() : followed(picture, following);
    boolean isJustLost = following != null && followed.isEmpty();
    Look unseen = new Look(false, false, now, NO_PIXELS);
    Look look = followed.map(pixels -> new Look(true, false, now, pixels)).orElse(unseen);
    if (now < nextDetection - CLOCK && !isJustLost) {
      return look;
    }
    List<Face> faces = finder.all(picture);
    track.looked(faces.size());
    nextDetection = now + (faces.isEmpty() ? SECONDS_TO_SEARCH : SECONDS_TO_CHECK);
    Optional<Face> face = look.isVisible() ? present(faces) : found(faces, now);
    if (face.isEmpty()) {
      // A detector overlooks a face now and then; twice in a row it is believed.
      misses++;
      nextDetection = now + SECONDS_TO_SEARCH;
      if (look.isVisible() && misses < 2) {
        return look;
      }
      following = null;
      return unseen;
    }
    misses = 0;
    return look.isVisible() && isSame(face.get()) ? look : begun(picture, face.get(), now);
  }

  /** The face that is followed, or one so near to it that the following may have slipped. */
  private Optional<Face> present(List<Face> faces) {
    Optional<Face> same = faces.stream().filter(this::isSame).findFirst();
    return same.isPresent() ? same : nearest(faces);
  }

  private Optional<Face> nearest(List<Face> faces) {
    FaceTrack.Place place = lastPlace;
    return place == null
        ? Optional.empty()
        : faces.stream()
            .filter(face -> place.isNear(face, MOST_MOVED))
            .min(Comparator.comparingDouble(place::apart));
  }

  /** A face to begin with: the person who was followed, as long as it can be, or by choice. */
  private Optional<Face> found(List<Face> faces, double now) {
    Optional<Face> near = nearest(faces);
    if (near.isPresent() || (lastPlace != null && now - lastSeen < SECONDS_TO_WAIT)) {
      return near;
    }
    Optional<Face> chosen = choice.from(faces);
    if (chosen.isPresent() && lastPlace != null) {
      track.moved();
    }
    return chosen;
  }

  private Look begun(Mat picture, Face face, double now) {
    FacePlacement square =
        FacePlacement.eyes(List.of(face)).orElseGet(() -> FacePlacement.box(List.of(face)));
    try (Mat placed = square.toPicture().taken(picture, square.side())) {
      float[] pixels = RegisteredImage.smooth(placed, SIZE);
      following =
          new Following(
              square, HeadMotion.since(placed), pixels, Similarity.IDENTITY, Similarity.IDENTITY);
      return new Look(true, true, now, pixels);
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
      Likeness likeness = Likeness.of(pixels, before.reference());
      if (!(likeness.correlation() > LEAST_LIKENESS)) {
        return Optional.empty();
      }
      boolean isWorn =
          likeness.correlation() < WORN
              || likeness.contrast() > OTHER_CONTRAST
              || likeness.contrast() < 1 / OTHER_CONTRAST;
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
    FaceTrack.Place place = now.place();
    double wide = place.width();
    FacePlacement found =
        FacePlacement.eyes(List.of(face)).orElseGet(() -> FacePlacement.box(List.of(face)));
    double foundWide = found.side() * found.toPicture().scale();
    double half = found.side() / 2.0;
    double apart =
        Math.hypot(
            found.toPicture().xOf(half, half) - place.x(),
            found.toPicture().yOf(half, half) - place.y());
    return apart < MOST_APART * wide
        && foundWide < MOST_SCALE * wide
        && wide < MOST_SCALE * foundWide;
  }

  @Override
  public void close() {
    film.close();
    finder.close();
  }
}
