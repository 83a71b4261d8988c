package org.macro2micro.preprocess;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The 28 places of brows and mouth that are marked in frames, in the order of the 68 landmarks of
 * iBUG 300-W: ten of the brows, from left to right in the picture; the outer rim of the lips from
 * the left corner along the upper lip and back along the lower one; where the lips meet, without
 * the corners, the upper lip from the left and the lower one back.
 */
public final class BrowsAndMouth {
  /** Places of the brows, which come first. */
  public static final int BROWS = 10;

  private static final int RIM = 12;
  private static final int INNER = 6;

  /** Places in all. */
  public static final int PLACES = BROWS + RIM + INNER;

  /** The order of the places, and which is which in a mirror. */
  public static final LandmarkScheme SCHEME =
      new LandmarkScheme(
          "brows-and-mouth-28",
          IntStream.range(0, PLACES).map(BrowsAndMouth::mirrored).boxed().toList());

  /** The places among the {@value FaceMesh#POINTS} points of the mesh. */
  private static final int[] OF_MESH = {
    70,
    63,
    105,
    66,
    107,
    336,
    296,
    334,
    293,
    300, // brows
    61,
    39,
    37,
    0,
    267,
    269,
    291,
    405,
    314,
    17,
    84,
    181, // outer rim of the lips
    82,
    13,
    312,
    317,
    14,
    87 // inner rim
  };

  /**
   * Where they lie in an average face: to the right of the middle between the eyes and below it, in
   * distances between the eyes. How far each is from the eyes is a rough choice of ours.
   */
  private static final double[][] AVERAGE = {
    // The brow on the left of the picture and that on the right, both from left to right.
    {-.90, -.20},
    {-.76, -.32},
    {-.57, -.36},
    {-.38, -.32},
    {-.20, -.24},
    {.20, -.24},
    {.38, -.32},
    {.57, -.36},
    {.76, -.32},
    {.90, -.20},
    // The outer rim of the lips, from the left corner along the upper lip and back below.
    {-.40, 1.12},
    {-.26, 1.04},
    {-.10, .99},
    {0, 1.01},
    {.10, .99},
    {.26, 1.04},
    {.40, 1.12},
    {.26, 1.25},
    {.11, 1.30},
    {0, 1.31},
    {-.11, 1.30},
    {-.26, 1.25},
    // Where the lips meet, the upper one from the left and the lower one back.
    {-.13, 1.10},
    {0, 1.11},
    {.13, 1.10},
    {.13, 1.17},
    {0, 1.18},
    {-.13, 1.17}
  };

  private BrowsAndMouth() {}

  private static int mirrored(int place) {
    if (place < BROWS) {
      return BROWS - 1 - place;
    }
    int rim = place - BROWS;
    if (rim < RIM) {
      return BROWS + (RIM + RIM / 2 - rim) % RIM;
    }
    int inner = rim - RIM;
    int first = BROWS + RIM;
    return inner < INNER / 2
        ? first + INNER / 2 - 1 - inner
        : first + INNER + INNER / 2 - 1 - inner;
  }

  /** Takes the places from the points of a {@link FaceMesh}. */
  static List<Landmarks.Point> of(List<Landmarks.Point> mesh) {
    return IntStream.of(OF_MESH).mapToObj(mesh::get).toList();
  }

  /**
   * The places that an average face has in a frame that {@link Align#EYES} made.
   *
   * @param side height and width of the frame in pixels
   */
  public static List<Landmarks.Point> inAverageFace(int side) {
    return Stream.of(AVERAGE).map(place -> CanonicalFace.at(place[0], place[1], side)).toList();
  }
}
