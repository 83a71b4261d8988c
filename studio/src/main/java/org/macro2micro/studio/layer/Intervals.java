package org.macro2micro.studio.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macro2micro.studio.film.FilmResult;

/**
 * The intervals of a layer.
 *
 * @param all in the order of their onsets
 */
public record Intervals(List<LayerInterval> all) {
  /** The name of the layer that the service found itself; annotators can't have it. */
  public static final String FOUND = "found";

  private static final int MOST = 5000;

  public Intervals {
    all =
        all.stream()
            .sorted(
                Comparator.comparingInt(LayerInterval::onset)
                    .thenComparingInt(LayerInterval::offset)
                    .thenComparing(LayerInterval::id))
            .toList();
  }

  /**
   * Checks them against a film.
   *
   * @param frames of the film
   * @throws IllegalArgumentException if the layer has too many intervals, two have the same id, or
   *     one lies outside of the film
   */
  public void require(int frames) {
    if (all.size() > MOST) {
      throw new IllegalArgumentException(
          "%d intervals; expected at most %d".formatted(all.size(), MOST));
    }
    Set<String> ids = new HashSet<>();
    for (LayerInterval interval : all) {
      if (!ids.add(interval.id())) {
        throw new IllegalArgumentException(
            "two intervals have the id %s; expected another for each".formatted(interval.id()));
      }
      if (interval.offset() >= frames) {
        throw new IllegalArgumentException(
            "interval %s: offset %d; the film has the frames 0 to %d"
                .formatted(interval.id(), interval.offset(), frames - 1));
      }
    }
  }

  /** Returns what was spotted in a film. */
  public static Intervals of(FilmResult result) {
    List<LayerInterval> found = new ArrayList<>();
    for (FilmResult.Movement movement : result.intervals()) {
      found.add(
          new LayerInterval(
              String.valueOf(found.size() + 1),
              movement.onset(),
              movement.apex(),
              movement.offset(),
              "micro",
              movement.label(),
              ""));
    }
    return new Intervals(found);
  }
}
