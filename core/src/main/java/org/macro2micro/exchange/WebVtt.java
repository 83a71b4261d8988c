package org.macro2micro.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A film's events as subtitles, WebVTT: one cue for each event. Its first line is the kind and what
 * is shown, its second line apex and score as far as they are known.
 */
final class WebVtt {
  /** What stands before the film's name in a note. */
  static final String FILM = "film: ";

  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private WebVtt() {}

  static List<Piece> of(List<AnnotatedFilm> films) {
    List<String> names = FileNames.of(films);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < films.size(); i++) {
      pieces.add(new Piece(names.get(i) + ".vtt", cues(films.get(i))));
    }
    return pieces;
  }

  private static String cues(AnnotatedFilm film) {
    StringBuilder text = new StringBuilder("WEBVTT\n\nNOTE ");
    text.append(FILM).append(escaped(film.name())).append('\n');
    int number = 1;
    for (MillisecondSpan span : MillisecondSpan.of(film)) {
      TimedEvent event = span.event();
      text.append('\n').append(number++).append('\n');
      text.append(clock(span.from())).append(" --> ").append(clock(span.to())).append('\n');
      text.append(MovementWord.of(event.kind()));
      if (!event.label().isEmpty()) {
        text.append(": ").append(escaped(event.label()));
      }
      text.append('\n');
      List<String> more = new ArrayList<>();
      span.apex()
          .ifPresent(
              apex ->
                  more.add("apex " + DecimalText.of(apex / MillisecondSpan.PER_SECOND, 3) + " s"));
      event.score().ifPresent(score -> more.add("score " + DecimalText.score(score)));
      if (!more.isEmpty()) {
        text.append(String.join(", ", more)).append('\n');
      }
    }
    return text.toString();
  }

  /** Returns text that no parser takes for a tag, an arrow or the end of a line. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;");
  }

  private static String clock(long milliseconds) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        milliseconds / HOUR,
        milliseconds % HOUR / MINUTE,
        milliseconds % MINUTE / SECOND,
        milliseconds % SECOND);
  }
}
