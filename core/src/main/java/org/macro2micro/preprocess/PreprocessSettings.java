package org.macro2micro.preprocess;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The settings that say how files become pixels. The paper says that clips are brought "to a fixed
 * length" and frames "to a fixed size"; how long, how large and by what means it does not say, so
 * every component here is a choice of ours, and none is the paper's configuration. Only {@link
 * Input#FRAME} follows from its text.
 *
 * @param size H = W of the result in pixels, 8 to 1024. Images that are not square are stretched to
 *     the square, not cut; area-averaged when shrunk, bilinear when grown
 * @param frames T, 1 to 256. {@link Input#FLOW} always has 2; of a clip that comes as a single flow
 *     image, the rise, both are that image
 * @param input what the pixels show
 * @param interpolation how T frames come from a clip of another length
 * @param gain factor of onset differences, which are then cut to [-1, 1]; above 0 and finite. Not
 *     in the paper
 * @param grey whether colour is dropped (three equal channels)
 * @param apex which frame is the apex where the database annotates none
 * @param fall what takes the place of the fall where the apex is the offset, as in CK+. Not in the
 *     paper, which takes no flow
 * @param flowSize pixels, 16 to 1024, at which flow and strain are computed before they are scaled
 *     to size. Not in the paper
 * @param align how faces are brought to the same place. Flow images are left as they are
 * @param detector YuNet's file, which then finds the faces; null for OpenCV's cascades
 * @param landmarks the file of {@link FaceMesh}, which then finds brows and mouth in clips that
 *     come as frames and stay frames or differences of them; null where landmarks are not sought
 * @param magnification factor of {@link Magnification}, 1 (off) to 100; flow images can't be
 *     magnified. Not in the paper
 * @param eulerian magnification with a temporal band, of clips that come as frames; it takes the T
 *     frames too, evenly, so that {@code interpolation} plays no part, and goes before {@code
 *     magnification}. Null for none. Not in the paper
 */
public record PreprocessSettings(
    int size,
    int frames,
    Input input,
    Interpolation interpolation,
    double gain,
    boolean grey,
    MissingApex apex,
    MissingFall fall,
    int flowSize,
    Align align,
    @Nullable Path detector,
    @Nullable Path landmarks,
    double magnification,
    @Nullable Eulerian eulerian) {
  /** Which frame is the apex where the database annotates none. */
  public enum MissingApex {
    /** The frame halfway between onset and offset, the earlier of two. */
    MIDDLE,
    /** The frame in which {@link ApexSearch} sees the face furthest from the onset. */
    SPOT
  }

  /** What takes the place of the flow from apex to offset if a clip ends at its apex. */
  public enum MissingFall {
    /** The flow from the apex back to the onset frame: the face as if it relaxed. */
    RETURN_TO_ONSET,
    /** An image without motion. */
    NONE
  }

  public PreprocessSettings {
    require("size", size, 8, 1024);
    require("frames", frames, 1, 256);
    require("flow-size", flowSize, 16, 1024);
    if (input == Input.FLOW && frames != 2) {
      throw new IllegalArgumentException(
          "preprocess.frames: found %d, expected 2 (rise and fall) with preprocess.input=flow; set preprocess.frames=2"
              .formatted(frames));
    }
    if (!(gain > 0 && Double.isFinite(gain))) {
      throw new IllegalArgumentException(
          "preprocess.gain: found " + gain + ", expected a finite number above 0");
    }
    if (!(magnification >= 1 && magnification <= 100)) {
      throw new IllegalArgumentException(
          "preprocess.magnification: found " + magnification + ", expected 1 (off) to 100");
    }
  }

  /** Returns settings for pictures of faces alone, where no method wants clips prepared. */
  public static PreprocessSettings ofFaces(Align align, @Nullable Path detector) {
    return new PreprocessSettings(
        112,
        1,
        Input.FRAME,
        Interpolation.LINEAR,
        1,
        false,
        MissingApex.MIDDLE,
        MissingFall.RETURN_TO_ONSET,
        128,
        align,
        detector,
        null,
        1,
        null);
  }

  /** Settings by which no landmarks are sought. */
  public PreprocessSettings(
      int size,
      int frames,
      Input input,
      Interpolation interpolation,
      double gain,
      boolean grey,
      MissingApex apex,
      MissingFall fall,
      int flowSize,
      Align align,
      @Nullable Path detector,
      double magnification,
      @Nullable Eulerian eulerian) {
    this(
        size,
        frames,
        input,
        interpolation,
        gain,
        grey,
        apex,
        fall,
        flowSize,
        align,
        detector,
        null,
        magnification,
        eulerian);
  }

  /** Returns the same settings for one plain frame of this size, the apex. */
  PreprocessSettings face(int pixels) {
    return new PreprocessSettings(
        pixels,
        1,
        Input.FRAME,
        interpolation,
        1,
        false,
        apex,
        fall,
        flowSize,
        align,
        detector,
        null,
        1,
        null);
  }

  /** Returns the same settings without the files that they name. */
  PreprocessSettings withoutFiles() {
    return withFaces(align, null).withLandmarks(null);
  }

  /** Whether landmarks are sought in clips that come as frames. */
  public boolean seeksLandmarks() {
    return landmarks != null && input != Input.FLOW;
  }

  /** Returns the same settings with landmarks found by another file, or by none. */
  public PreprocessSettings withLandmarks(@Nullable Path otherLandmarks) {
    return with(align, detector, otherLandmarks, magnification);
  }

  /** Returns the same settings with faces found and placed in another way. */
  public PreprocessSettings withFaces(Align otherAlign, @Nullable Path otherDetector) {
    return with(otherAlign, otherDetector, landmarks, magnification);
  }

  /** Returns the same settings with movements magnified by another factor. */
  public PreprocessSettings withMagnification(double factor) {
    return with(align, detector, landmarks, factor);
  }

  private PreprocessSettings with(
      Align otherAlign,
      @Nullable Path otherDetector,
      @Nullable Path otherLandmarks,
      double factor) {
    return new PreprocessSettings(
        size,
        frames,
        input,
        interpolation,
        gain,
        grey,
        apex,
        fall,
        flowSize,
        otherAlign,
        otherDetector,
        otherLandmarks,
        factor,
        eulerian);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "preprocess.%s: found %d, expected %d to %d".formatted(name, value, least, most));
    }
  }
}
