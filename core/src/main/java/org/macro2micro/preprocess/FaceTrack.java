package org.macro2micro.preprocess;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the face that is followed is, frame by frame, and how many others there are. Grows while a
 * film is read; 12 bytes a frame. Not for several threads.
 */
public final class FaceTrack {
  private static final int START = 1024;

  /** How far, in widths of a face, another place is still the same person's. */
  private static final double MOST_APART = .6;

  private static final double MOST_SCALE = 1.8;

  private float[] x = new float[START];
  private float[] y = new float[START];
  private float[] width = new float[START];
  private int frames;
  private int seen;
  private int mostPeople;
  private int looks;
  private int looksWithSeveral;
  private int moves;
  private int lastMove = -1;

  /**
   * A square around the face.
   *
   * @param x its middle, in pixels of the picture
   * @param y its middle, in pixels of the picture
   * @param width of a side in pixels
   */
  public record Place(double x, double y, double width) {
    /** Returns how far away another face is, in widths of this one. */
    double apart(Face face) {
      return Math.hypot(face.x() - x, face.y() - y) / width;
    }

    /** The box that a detector would give. */
    private Face box() {
      double wide = width / (1 + 2 * FacePlacement.MARGIN);
      return new Face(x, y, wide, wide, Optional.empty());
    }

    /** Whether a face that a detector finds can be the one that is here. */
    boolean isNear(Face face, double mostApart) {
      double wide = Math.max(face.width(), face.height());
      return apart(face) < mostApart && wide < MOST_SCALE * width && width < MOST_SCALE * wide;
    }
  }

  /** Adds a frame in which the face is not seen. */
  void addUnseen() {
    add(Float.NaN, Float.NaN, Float.NaN);
  }

  /** Adds a frame. */
  void add(Place place) {
    add((float) place.x(), (float) place.y(), (float) place.width());
    seen++;
  }

  private void add(float atX, float atY, float wide) {
    if (frames == x.length) {
      x = Arrays.copyOf(x, 2 * frames);
      y = Arrays.copyOf(y, 2 * frames);
      width = Arrays.copyOf(width, 2 * frames);
    }
    x[frames] = atX;
    y[frames] = atY;
    width[frames] = wide;
    frames++;
  }

  /** Notes how many faces the detector found when it looked. */
  void looked(int people) {
    looks++;
    looksWithSeveral += people > 1 ? 1 : 0;
    mostPeople = Math.max(mostPeople, people);
  }

  /** Notes that from the next frame on a face at another place is followed. */
  void moved() {
    moves++;
    lastMove = frames;
  }

  /** Number of frames so far. */
  public int frames() {
    return frames;
  }

  /** Number of frames in which the face was seen. */
  public int seen() {
    return seen;
  }

  /** The largest number of faces that the detector found at a time. */
  public int mostPeople() {
    return mostPeople;
  }

  /** Share of the detector's looks in which it found more than one face, 0 to 1. */
  public double shareWithSeveral() {
    return looks == 0 ? 0 : (double) looksWithSeveral / looks;
  }

  /** How often the place jumped, so that it may be another person's from there on. */
  public int moves() {
    return moves;
  }

  /** The frame of the last such jump; -1 without one. */
  public int lastMove() {
    return lastMove;
  }

  /** Where the face is in a frame; empty if it is not seen. */
  public Optional<Place> at(int frame) {
    return frame < 0 || frame >= frames || Float.isNaN(x[frame])
        ? Optional.empty()
        : Optional.of(new Place(x[frame], y[frame], width[frame]));
  }

  /** The first frame in which the face is seen; empty if there is none. */
  public Optional<Integer> first() {
    for (int i = 0; i < frames; i++) {
      if (!Float.isNaN(x[i])) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns which of the faces that were found in a frame is followed there, or its place if the
   * detector overlooks it; empty if it is not seen.
   */
  Optional<Face> followed(int frame, List<Face> found) {
    return at(frame)
        .map(
            place ->
                found.stream()
                    .filter(face -> place.isNear(face, MOST_APART))
                    .min(Comparator.comparingDouble(place::apart))
                    .orElseGet(place::box));
  }
}
