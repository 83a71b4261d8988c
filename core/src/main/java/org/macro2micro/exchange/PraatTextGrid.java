package org.macro2micro.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * A film as a TextGrid of Praat, in the long format: tiers of intervals {@code movement} (the
 * kind), {@code class} and {@code score}, which tile the whole film and are empty where nothing was
 * found, and a tier of points {@code apex}.
 */
final class PraatTextGrid {
  private PraatTextGrid() {}

  private record Interval(long from, long to, String text) {}

  static List<Piece> of(List<AnnotatedFilm> films) {
    List<String> names = FileNames.of(films);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < films.size(); i++) {
      pieces.add(new Piece(names.get(i) + ".TextGrid", grid(films.get(i))));
    }
    return pieces;
  }

  private static String grid(AnnotatedFilm film) {
    List<MillisecondSpan> spans = MillisecondSpan.of(film);
    long end = MillisecondSpan.end(film, spans);
    List<Interval> movements = new ArrayList<>();
    List<Interval> classes = new ArrayList<>();
    List<Interval> scores = new ArrayList<>();
    List<Interval> apexes = new ArrayList<>();
    for (MillisecondSpan span : spans) {
      TimedEvent event = span.event();
      movements.add(new Interval(span.from(), span.to(), MovementWord.of(event.kind())));
      classes.add(new Interval(span.from(), span.to(), event.label()));
      String score = event.score().isEmpty() ? "" : DecimalText.score(event.score().getAsDouble());
      scores.add(new Interval(span.from(), span.to(), score));
      span.apex()
          .ifPresent(
              apex -> {
                // Two points of a tier can't be at one time.
                boolean free = apexes.isEmpty() || apexes.get(apexes.size() - 1).to() < apex;
                if (free) {
                  apexes.add(new Interval(apex, apex, "apex"));
                }
              });
    }
    StringBuilder text = new StringBuilder();
    text.append("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n");
    text.append("xmin = 0 \nxmax = ").append(seconds(end)).append(" \n");
    text.append("tiers? <exists> \nsize = 4 \nitem []: \n");
    intervals(text, 1, "movement", movements, end);
    intervals(text, 2, "class", classes, end);
    intervals(text, 3, "score", scores, end);
    head(text, 4, "TextTier", "apex", end);
    text.append("        points: size = ").append(apexes.size()).append(" \n");
    for (int i = 0; i < apexes.size(); i++) {
      text.append("        points [").append(i + 1).append("]:\n");
      text.append("            number = ").append(seconds(apexes.get(i).from())).append(" \n");
      text.append("            mark = ").append(quoted(apexes.get(i).text())).append(" \n");
    }
    return text.toString();
  }

  private static void intervals(
      StringBuilder text, int number, String name, List<Interval> intervals, long end) {
    List<Interval> tiles = new ArrayList<>();
    long free = 0;
    for (Interval interval : intervals) {
      if (interval.from() > free) {
        tiles.add(new Interval(free, interval.from(), ""));
      }
      tiles.add(interval);
      free = interval.to();
    }
    if (free < end) {
      tiles.add(new Interval(free, end, ""));
    }
    head(text, number, "IntervalTier", name, end);
    text.append("        intervals: size = ").append(tiles.size()).append(" \n");
    for (int i = 0; i < tiles.size(); i++) {
      Interval tile = tiles.get(i);
      text.append("        intervals [").append(i + 1).append("]:\n");
      text.append("            xmin = ").append(seconds(tile.from())).append(" \n");
      text.append("            xmax = ").append(seconds(tile.to())).append(" \n");
      text.append("            text = ").append(quoted(tile.text())).append(" \n");
    }
  }

  private static void head(StringBuilder text, int number, String type, String name, long end) {
    text.append("    item [").append(number).append("]:\n");
    text.append("        class = \"").append(type).append("\" \n");
    text.append("        name = \"").append(name).append("\" \n");
    text.append("        xmin = 0 \n        xmax = ").append(seconds(end)).append(" \n");
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static String seconds(long milliseconds) {
    return DecimalText.of(milliseconds / MillisecondSpan.PER_SECOND, 3);
  }
}
