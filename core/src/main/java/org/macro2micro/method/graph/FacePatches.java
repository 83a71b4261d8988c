package org.macro2micro.method.graph;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.List;
import org.macro2micro.nn.NativeArrays;
import org.macro2micro.preprocess.BrowsAndMouth;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.Landmarks;
import org.macro2micro.preprocess.MagnifiedChange;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ClipView;

/**
 * Small patches about brows and mouth of a picture of what changed in each clip, read as one
 * sequence, patch after patch and row by row in a patch: [n,1,{@value #LENGTH}].
 *
 * <p>The patches lie about the {@link BrowsAndMouth}, in their order: where they were found in the
 * apex frame, or where an average face has them.
 *
 * @param factor of the magnification
 * @param sequences how the change is pictured and its patches are read
 */
record FacePatches(double factor, PatchSequences sequences) implements ClipView {
  /** Height and width of a patch in pixels. */
  static final int SIDE = 7;

  /** Pixels of a patch. */
  static final int PIXELS = SIDE * SIDE;

  /** Patches of the brows, which come first. */
  static final int BROWS = BrowsAndMouth.BROWS;

  /** Patches in all. */
  static final int PATCHES = BrowsAndMouth.PLACES;

  /** Numbers of a sequence. */
  static final int LENGTH = PATCHES * PIXELS;

  /** Patches of {@link MagnifiedChange}. */
  FacePatches(double factor) {
    this(factor, FacePatches::sequence);
  }

  @Override
  public NDList of(NDManager manager, List<PreparedClip> clips) {
    return of(manager, clips, Collections.nCopies(clips.size(), factor));
  }

  /**
   * The same, each clip magnified by its own factor.
   *
   * @param factors one a clip
   */
  NDList of(NDManager manager, List<PreparedClip> clips, List<Double> factors) {
    return new NDList(
        NativeArrays.written(
            manager,
            new Shape(clips.size(), 1, LENGTH),
            values -> {
              for (int i = 0; i < clips.size(); i++) {
                values.put(sequences.of(clips.get(i), factors.get(i)));
              }
            }));
  }

  /** The {@value #LENGTH} numbers in [0, 1] of a clip's {@link MagnifiedChange}. */
  static float[] sequence(PreparedClip clip, double factor) {
    int side = clip.width();
    return sequence(
        clip, MagnifiedChange.of(clip.grey(0), clip.grey(clip.apex()), side, factor), side);
  }

  /**
   * The patches of a picture of a clip.
   *
   * @param picture side*side values, row by row
   * @param side its height and width in pixels, the clip's or others
   */
  static float[] sequence(PreparedClip clip, float[] picture, int side) {
    float scale = (float) side / clip.width();
    float[] sequence = new float[LENGTH];
    int to = 0;
    for (Landmarks.Point place : places(clip)) {
      Landmarks.Point middle =
          side == clip.width()
              ? place
              : new Landmarks.Point(
                  (place.x() + .5f) * scale - .5f, (place.y() + .5f) * scale - .5f);
      int left = Math.round(middle.x()) - SIDE / 2;
      int top = Math.round(middle.y()) - SIDE / 2;
      for (int y = top; y < top + SIDE; y++) {
        for (int x = left; x < left + SIDE; x++) {
          sequence[to++] = picture[inside(y, side) * side + inside(x, side)];
        }
      }
    }
    return sequence;
  }

  /** The landmarks that were found at the apex, or those of an average face. */
  private static List<Landmarks.Point> places(PreparedClip clip) {
    return clip.landmarks()
        .filter(found -> found.scheme().equals(BrowsAndMouth.SCHEME))
        .map(found -> found.frames().get(clip.apex()))
        .orElseGet(() -> BrowsAndMouth.inAverageFace(clip.width()));
  }

  /** The nearest pixel of the frame. */
  private static int inside(int at, int side) {
    return Math.max(0, Math.min(side - 1, at));
  }

  @Override
  public Shape[] shapes() {
    return new Shape[] {new Shape(1, 1, LENGTH)};
  }

  @Override
  public void require(String method, PreparedClip clip) {
    if (clip.input() != Input.FRAME) {
      throw new IllegalArgumentException(
          "method %s needs preprocess.input=frame, found %s (clip %s)"
              .formatted(method, clip.input().word(), clip.id()));
    }
    if (clip.frames() < 2) {
      throw new IllegalArgumentException(
          "method %s needs preprocess.frames of at least 2, an onset and an apex; found %d (clip %s)"
              .formatted(method, clip.frames(), clip.id()));
    }
    if (clip.width() != clip.height()) {
      throw new IllegalArgumentException(
          "method %s needs square frames, found %dx%d (clip %s)"
              .formatted(method, clip.width(), clip.height(), clip.id()));
    }
  }
}
