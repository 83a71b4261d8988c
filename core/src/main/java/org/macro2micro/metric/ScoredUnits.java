package org.macro2micro.metric;

import java.util.List;
import org.macro2micro.clip.ClipId;

/**
 * One clip after what is known of its action units and what was predicted of them have been joined.
 *
 * @param id the clip; its subject is what is resampled
 * @param truth what is known of each of the K units
 * @param predicted whether each of them was predicted, K values
 */
public record ScoredUnits(ClipId id, List<UnitState> truth, List<Boolean> predicted) {
  public ScoredUnits {
    truth = List.copyOf(truth);
    predicted = List.copyOf(predicted);
    if (truth.size() != predicted.size()) {
      throw new IllegalArgumentException(
          "clip %s: predictions of %d action units, expected %d"
              .formatted(id, predicted.size(), truth.size()));
    }
  }
}
