package org.macro2micro.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The events of films as one table of comma-separated text: one row for each event, and for a film
 * without events one row with its name alone. Times are in seconds from the film's start, with six
 * decimals, as in the column {@code timestamp} of OpenFace's tables, so that both can be joined by
 * time. None of OpenFace's names is used: its {@code frame}, {@code timestamp}, {@code confidence}
 * and {@code success} are of one frame, and the latter two say how well the face was followed,
 * whereas {@code score} is how sure the recogniser is of the label.
 */
final class EventCsv {
  /** The head of the table. */
  static final List<String> HEAD =
      List.of("video", "onset_s", "apex_s", "offset_s", "kind", "label", "score");

  private static final int DECIMALS = 6;

  private EventCsv() {}

  static List<Piece> of(List<AnnotatedFilm> films) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (AnnotatedFilm film : films) {
      if (film.events().isEmpty()) {
        rows.add(List.of(film.name(), "", "", "", "", "", ""));
      }
      for (TimedEvent event : film.events()) {
        rows.add(
            List.of(
                film.name(),
                DecimalText.of(event.onsetSeconds(), DECIMALS),
                number(event.apexSeconds(), DECIMALS),
                DecimalText.of(event.offsetSeconds(), DECIMALS),
                MovementWord.of(event.kind()),
                event.label(),
                number(event.score(), DecimalText.SCORE)));
      }
    }
    return List.of(new Piece("films.csv", TableText.of(rows, ',')));
  }

  private static String number(OptionalDouble value, int decimals) {
    return value.isEmpty() ? "" : DecimalText.of(value.getAsDouble(), decimals);
  }
}
