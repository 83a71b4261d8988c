package org.macro2micro.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * An event in whole milliseconds, for formats in which an event must last and none may overlap
 * another.
 *
 * @param from its onset
 * @param to its offset, at least 1 more
 * @param apex within it, or empty
 * @param event the event itself
 */
record MillisecondSpan(long from, long to, OptionalLong apex, TimedEvent event) {
  /** Milliseconds a second. */
  static final double PER_SECOND = 1000;

  /** Returns the events of a film, in order; they move by 1 ms or less unless they last none. */
  static List<MillisecondSpan> of(AnnotatedFilm film) {
    List<MillisecondSpan> spans = new ArrayList<>();
    long free = 0;
    for (TimedEvent event : film.events()) {
      long from = Math.max(free, milliseconds(event.onsetSeconds()));
      long to = Math.max(from + 1, milliseconds(event.offsetSeconds()));
      OptionalLong apex =
          event.apexSeconds().isEmpty()
              ? OptionalLong.empty()
              : OptionalLong.of(
                  Math.min(to, Math.max(from, milliseconds(event.apexSeconds().getAsDouble()))));
      spans.add(new MillisecondSpan(from, to, apex, event));
      free = to;
    }
    return spans;
  }

  /** Returns the end of the film, at least 1 ms and not before the last event's end. */
  static long end(AnnotatedFilm film, List<MillisecondSpan> spans) {
    long end = Math.max(1, milliseconds(film.durationSeconds()));
    return spans.isEmpty() ? end : Math.max(end, spans.get(spans.size() - 1).to());
  }

  /** Returns seconds as whole milliseconds. */
  static long milliseconds(double seconds) {
    return Math.round(PER_SECOND * seconds);
  }
}
