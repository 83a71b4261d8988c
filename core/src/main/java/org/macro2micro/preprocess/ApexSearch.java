package org.macro2micro.preprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Frames;
import org.macro2micro.preprocess.PreprocessSettings.MissingApex;

/**
 * Finds the apex of clips for which the database annotates none. Spotting follows the head from
 * frame to frame ({@link HeadMotion}), takes out changes of light ({@link LightChange}), takes the
 * difference to the onset in the regions of brows, eyes and mouth, and hands it to {@link
 * MovementCurve}.
 */
public final class ApexSearch {
  /** A longer clip is looked at in steps. */
  private static final int MOST_FRAMES = 512;

  private static final int SIZE = 128;

  /** Pixels at which differences are taken. */
  static final int GRID = 64;

  private ApexSearch() {}

  /**
   * The clip with an apex: its own, or one by the rule of the settings. The apex of flow images is
   * in the middle.
   *
   * @throws PreparationException if frames can't be read, or the face is not found
   */
  public static Clip located(Clip clip, PreprocessSettings settings) throws PreparationException {
    boolean isSpotted =
        settings.apex() == MissingApex.SPOT
            && clip.apex().isEmpty()
            && clip.frames().content() == Frames.Content.FACE;
    return isSpotted ? spotted(AlignedFrames.of(clip, settings)) : inTheMiddle(clip);
  }

  static Clip located(AlignedFrames frames, MissingApex rule) throws PreparationException {
    boolean isSpotted = rule == MissingApex.SPOT && frames.clip().apex().isEmpty();
    return isSpotted ? spotted(frames) : inTheMiddle(frames.clip());
  }

  /** The clip with its own apex, or the frame halfway, the earlier of two. */
  static Clip inTheMiddle(Clip clip) {
    int middle = clip.onset() + (clip.offset() - clip.onset()) / 2;
    return withApex(clip, clip.apex().orElse(middle));
  }

  /** The positions of the frames that spotting looks at; the onset is the first. */
  static SortedSet<Integer> lookedAt(Clip clip) {
    int count = clip.offset() - clip.onset() + 1;
    int step = (count + MOST_FRAMES - 1) / MOST_FRAMES;
    SortedSet<Integer> positions = new TreeSet<>();
    for (int i = clip.onset(); i <= clip.offset(); i += step) {
      positions.add(i);
    }
    return positions;
  }

  private static Clip withApex(Clip clip, int apex) {
    return new Clip(clip.id(), clip.frames(), clip.onset(), OptionalInt.of(apex), clip.offset());
  }

  private static Clip spotted(AlignedFrames frames) throws PreparationException {
    List<Integer> positions = List.copyOf(lookedAt(frames.clip()));
    int peak = MovementCurve.of(changes(frames)).peak();
    return withApex(frames.clip(), positions.get(peak));
  }

  /**
   * Returns what changed since the onset in the regions, frame by frame; for the onset itself this
   * is nothing.
   */
  static List<float[]> changes(AlignedFrames frames) throws PreparationException {
    List<float[]> changes = new ArrayList<>();
    Onset[] onset = new Onset[1];
    frames.decode(
        lookedAt(frames.clip()),
        (position, picture) -> {
          try (Mat square = FrameDecoder.scaled(picture, SIZE)) {
            Onset first = onset[0];
            if (first == null) {
              first = Onset.of(square);
              onset[0] = first;
            }
            changes.add(first.changeTo(square));
          }
        });
    return changes;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Onset(HeadMotion head, float[] pixels, LightChange light) {
    static Onset of(Mat square) {
      return new Onset(
          HeadMotion.since(square),
          RegisteredImage.smooth(square, GRID),
          new LightChange(GRID, i -> RegisteredImage.isFace(i % GRID, i / GRID, GRID)));
    }

    float[] changeTo(Mat square) {
      try (Mat followed = head.to(square).taken(square, SIZE)) {
        float[] change = light.removed(RegisteredImage.smooth(followed, GRID), pixels);
        for (int i = 0; i < change.length; i++) {
          change[i] = isLookedAt(i % GRID, i / GRID) ? change[i] - pixels[i] : 0;
        }
        return change;
      }
    }
  }

  /**
   * Whether a pixel belongs to brows and eyes, or to the mouth, of a face that fills the square.
   */
  static boolean isLookedAt(int x, int y) {
    double u = (x + .5) / GRID;
    double v = (y + .5) / GRID;
    boolean eyes = u > .15 && u < .85 && v > .20 && v < .46;
    boolean mouth = u > .25 && u < .75 && v > .56 && v < .90;
    return eyes || mouth;
  }
}
