package org.macro2micro.annotate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.drawing.HeatMap;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.preprocess.FaceMovement;
import org.macro2micro.preprocess.FaceMovements;
import org.macro2micro.preprocess.FaceTrack;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.report.video.IntervalPictures;
import org.macro2micro.spot.SpottedInterval;

/**
 * The pictures of a video's movements, taken in one pass over its frames: the face at the onset, at
 * the apex, and where it moved. Of more than {@value #MOST} movements only the strongest have
 * pictures, which bounds what is held and the page they are for.
 */
public final class MovementPictures {
  /** The largest number of movements with pictures; each has three pictures of about 40 KB. */
  public static final int MOST = 200;

  private static final int PIXELS = 128;

  private MovementPictures() {}

  /**
   * Takes the pictures.
   *
   * @param id by which errors name the video
   * @param frames that the intervals count
   * @param intervals in order, none overlapping another
   * @param settings whose alignment and detector find the face
   * @param followed the person who moved, if one was followed
   * @return by the place of the interval in the list
   * @throws PreparationException if a frame can't be decoded; the message names its file
   */
  public static Map<Integer, IntervalPictures> of(
      ClipId id,
      Frames frames,
      List<SpottedInterval> intervals,
      PreprocessSettings settings,
      Optional<FaceTrack> followed)
      throws PreparationException {
    List<Integer> chosen = strongest(intervals, MOST);
    Map<Integer, IntervalPictures> pictures = new TreeMap<>();
    new FaceMovements(settings, PIXELS)
        .read(
            id,
            frames,
            chosen.stream().map(intervals::get).map(MovementPictures::span).toList(),
            followed,
            (index, movement) -> pictures.put(chosen.get(index), pictures(movement)));
    return pictures;
  }

  /**
   * Returns the places of the strongest movements, in order. If two are equally strong, the earlier
   * one is taken.
   */
  static List<Integer> strongest(List<SpottedInterval> intervals, int most) {
    return IntStream.range(0, intervals.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> intervals.get(i).strength())
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .sorted()
        .toList();
  }

  private static FaceMovements.Span span(SpottedInterval interval) {
    return new FaceMovements.Span(interval.onset(), interval.apex());
  }

  private static IntervalPictures pictures(FaceMovement movement) {
    int size = movement.size();
    return new IntervalPictures(
        PngImage.ofPlanes(size, size, movement.before()),
        PngImage.ofPlanes(size, size, movement.after()),
        HeatMap.over(size, movement.after(), movement.displacement()),
        movement.faceFound());
  }
}
