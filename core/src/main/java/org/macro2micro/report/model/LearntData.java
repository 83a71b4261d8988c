package org.macro2micro.report.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.catalog.Databases;
import org.macro2micro.catalog.ShownPeople;

/**
 * The clips of one database that a model has learnt from.
 *
 * @param database whose layout they have
 * @param isGenerated whether the settings had them drawn; then they show nobody
 * @param people how many different ones
 * @param clips how many, by class
 */
public record LearntData(
    Databases database, boolean isGenerated, int people, SortedMap<String, Integer> clips) {
  public LearntData {
    clips = Collections.unmodifiableSortedMap(new TreeMap<>(clips));
  }

  /** How many clips there are in all. */
  public int all() {
    return clips.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whom they show, in a sentence or more. */
  String shown() {
    return isGenerated
        ? "The clips show nobody: their faces are generated, in the layout of %s."
            .formatted(database.shortName())
        : ShownPeople.of(database);
  }

  /** The classes with their clips, "negative 12, positive 7". */
  String classes() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Integer> entry : clips.entrySet()) {
      text.append(text.isEmpty() ? "" : ", ").append(entry.getKey()).append(' ');
      text.append(entry.getValue());
    }
    return text.toString();
  }
}
