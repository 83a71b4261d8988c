package org.macro2micro.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.DatasetException;

/** Gathers what is found in a file while it is read. */
final class Reading {
  private static final int MOST_NOTES = 1000;

  private final Source source;
  private final SortedMap<String, List<TimedEvent>> films = new TreeMap<>();
  private final Map<String, Integer> strange = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();

  Reading(Source source) {
    this.source = source;
  }

  /** Says that the file is about a film, even if nothing happens in it. */
  void film(String name) {
    eventsOf(name);
  }

  private List<TimedEvent> eventsOf(String film) {
    return films.computeIfAbsent(film, f -> new ArrayList<>());
  }

  /**
   * Adds an event; an apex outside it, as after its ends were moved, is not kept.
   *
   * @param where it stands in the file, for messages
   * @throws DatasetException if its times are not those of an event
   */
  void add(
      String film,
      String where,
      double onset,
      OptionalDouble apex,
      double offset,
      FaceEvent.Kind kind,
      String label,
      OptionalDouble score)
      throws DatasetException {
    if (!(onset >= 0 && offset >= onset && offset <= TimedEvent.MOST_SECONDS)) {
      throw source.wrong(
          "%s: an event from %s to %s s".formatted(where, onset, offset),
          "times with 0 <= onset <= offset <= %.0f s".formatted(TimedEvent.MOST_SECONDS),
          "Correct the event or take it out.");
    }
    boolean within =
        apex.isPresent() && apex.getAsDouble() >= onset && apex.getAsDouble() <= offset;
    eventsOf(film)
        .add(
            new TimedEvent(
                onset, within ? apex : OptionalDouble.empty(), offset, kind, label, score));
  }

  /**
   * Says that something was not read since its word is not a kind of event.
   *
   * @param where it stands: a tier, an observation
   */
  void strange(String where, String word) {
    String what = where + ": " + Source.shown(word);
    if (strange.size() < MOST_NOTES || strange.containsKey(what)) {
      strange.merge(what, 1, Integer::sum);
    }
  }

  /** Says what else was not read, and why. */
  void leaveOut(String note) {
    if (leftOut.size() < MOST_NOTES) {
      leftOut.add(note);
    }
  }

  /** Returns all that was found, the events of each film by time. */
  AnnotationFile done() {
    List<String> notes = new ArrayList<>();
    strange.forEach(
        (what, count) ->
            notes.add(
                "%s, %d time%s: not a kind of movement; expected one of %s"
                    .formatted(what, count, count == 1 ? "" : "s", MovementWord.all())));
    notes.addAll(leftOut);
    Comparator<TimedEvent> byTime =
        Comparator.comparingDouble(TimedEvent::onsetSeconds)
            .thenComparingDouble(TimedEvent::offsetSeconds);
    films.values().forEach(events -> events.sort(byTime));
    return new AnnotationFile(source.file(), films, notes);
  }
}
