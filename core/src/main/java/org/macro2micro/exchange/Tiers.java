package org.macro2micro.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.DatasetException;

/**
 * Events from tiers of annotations: the tier {@code movement} holds kinds, and a tier that is named
 * after a kind, such as {@code blink}, holds what is shown. Class, score and apex of an event are
 * the annotations of tiers with these names that lie within it most.
 */
final class Tiers {
  private static final String MOVEMENT = "movement";
  private static final String CLASS = "class";
  private static final String SCORE = "score";
  private static final String APEX = "apex";
  private static final double HALF_MILLISECOND = .0005;

  private Tiers() {}

  /**
   * Adds the events of a film.
   *
   * @param tiers the annotations by the tier's name, each tier in the order of time
   */
  static void read(String film, Map<String, List<Span>> tiers, Reading reading)
      throws DatasetException {
    List<Span> classes = List.of();
    List<Span> scores = List.of();
    List<Span> apexes = new ArrayList<>();
    for (Map.Entry<String, List<Span>> tier : tiers.entrySet()) {
      switch (plain(tier.getKey())) {
        case CLASS -> classes = tier.getValue();
        case SCORE -> scores = tier.getValue();
        case APEX -> apexes = new ArrayList<>(tier.getValue());
        default -> {}
      }
    }
    for (Map.Entry<String, List<Span>> tier : tiers.entrySet()) {
      String where = "tier " + Source.shown(tier.getKey());
      String name = plain(tier.getKey());
      // The tier of kinds has the name of one of them.
      Optional<FaceEvent.Kind> kindOfAll =
          name.equals(MOVEMENT) ? Optional.empty() : MovementWord.read(tier.getKey());
      if (!name.equals(MOVEMENT) && kindOfAll.isEmpty()) {
        if (!List.of(CLASS, SCORE, APEX).contains(name) && !tier.getValue().isEmpty()) {
          reading.leaveOut(
              "%s: its %d annotations; expected a tier \"movement\", or one named after a kind: %s"
                  .formatted(where, tier.getValue().size(), MovementWord.all()));
        }
        continue;
      }
      for (Span span : tier.getValue()) {
        Optional<FaceEvent.Kind> kind =
            kindOfAll.isPresent() ? kindOfAll : MovementWord.read(span.text());
        if (kind.isEmpty()) {
          reading.strange(where, span.text());
          continue;
        }
        String label = kindOfAll.isPresent() ? span.text() : text(classes, span);
        OptionalDouble score = DecimalText.read(text(scores, span));
        OptionalDouble apex = takeApex(apexes, span);
        reading.add(film, where, span.from(), apex, span.to(), kind.get(), label, score);
      }
    }
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Returns the text of the annotation that an event has most in common with, or "". */
  private static String text(List<Span> tier, Span event) {
    String text = "";
    double most = 0;
    for (Span span : tier) {
      if (span.common(event) > most) {
        most = span.common(event);
        text = span.text();
      }
    }
    return text;
  }

  /** Takes the first apex that begins within an event off the list. */
  private static OptionalDouble takeApex(List<Span> apexes, Span event) {
    for (Span apex : apexes) {
      if (apex.from() >= event.from() - HALF_MILLISECOND
          && apex.from() <= event.to() + HALF_MILLISECOND) {
        apexes.remove(apex);
        return OptionalDouble.of(Math.min(event.to(), Math.max(event.from(), apex.from())));
      }
    }
    return OptionalDouble.empty();
  }
}
