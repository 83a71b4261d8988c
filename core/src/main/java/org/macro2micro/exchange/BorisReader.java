package org.macro2micro.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.DatasetException;

/**
 * Reads projects of BORIS of any version with JSON: each line of a state event in turn starts and
 * stops it, for one subject, behaviour and modifier; the ethogram says which behaviours are points.
 */
final class BorisReader {
  private static final int TIME = 0;
  private static final int SUBJECT = 1;
  private static final int CODE = 2;
  private static final int MODIFIER = 3;
  private static final int COMMENT = 4;
  private static final String NO_MODIFIER = "None";
  private static final double HALF_MILLISECOND = .0005;

  private final Source source;
  private final Reading reading;

  BorisReader(Source source, Reading reading) {
    this.source = source;
    this.reading = reading;
  }

  private record Line(
      double time, String subject, String code, String modifier, OptionalDouble score) {
    String key() {
      return subject + "\n" + code + "\n" + modifier;
    }
  }

  void read(JsonNode project) throws DatasetException {
    Set<String> points = new HashSet<>();
    for (JsonNode behaviour : project.path("behaviors_conf")) {
      String type = behaviour.path("type").asText().toLowerCase(Locale.ROOT);
      if (type.startsWith("point")) {
        points.add(behaviour.path("code").asText());
      }
    }
    for (Map.Entry<String, JsonNode> observation : project.path("observations").properties()) {
      observation(observation.getKey(), observation.getValue(), points);
    }
  }

  private void observation(String name, JsonNode observation, Set<String> points)
      throws DatasetException {
    String where = "observation " + Source.shown(name);
    JsonNode media = observation.path("file").path("1");
    if (media.size() > 1) {
      reading.leaveOut(
          where + ": it shows %d films one after the other; expected 1".formatted(media.size()));
      return;
    }
    String path = media.path(0).asText();
    String film = path.isEmpty() ? name : FilmName.base(path);
    reading.film(film);
    if (!observation.path("events").isArray()) {
      throw source.wrong(
          where + ": it has no list of events",
          "an observation with its events",
          "Save the project in BORIS again.");
    }
    double offset = JsonReading.number(observation.path("time offset")).orElse(0);
    List<Line> lines = new ArrayList<>();
    for (JsonNode event : observation.path("events")) {
      lines.add(line(where, event, offset));
    }
    lines.sort(Comparator.comparingDouble(Line::time));
    events(film, where, lines, points);
  }

  private void events(String film, String where, List<Line> lines, Set<String> points)
      throws DatasetException {
    List<Double> apexes = new ArrayList<>();
    for (Line line : lines) {
      if (line.code().equals(BorisProject.APEX)) {
        apexes.add(line.time());
      }
    }
    Map<String, Line> open = new LinkedHashMap<>();
    for (Line line : lines) {
      Optional<FaceEvent.Kind> kind = MovementWord.read(line.code());
      if (line.code().equals(BorisProject.APEX)) {
        continue;
      }
      if (kind.isEmpty()) {
        reading.strange(where, line.code());
      } else if (points.contains(line.code())) {
        add(film, where, kind.get(), line, line.time(), OptionalDouble.of(line.time()));
      } else {
        Line start = open.remove(line.key());
        if (start == null) {
          open.put(line.key(), line);
        } else {
          OptionalDouble apex = takeApex(apexes, start.time(), line.time());
          add(film, where, kind.get(), start, line.time(), apex);
        }
      }
    }
    for (Line start : open.values()) {
      reading.leaveOut(
          "%s: %s starts at %s s and does not stop"
              .formatted(where, Source.shown(start.code()), start.time()));
    }
  }

  private void add(
      String film,
      String where,
      FaceEvent.Kind kind,
      Line start,
      double offset,
      OptionalDouble apex)
      throws DatasetException {
    reading.add(film, where, start.time(), apex, offset, kind, start.modifier(), start.score());
  }

  /** Takes the first apex within an event off the list. */
  private static OptionalDouble takeApex(List<Double> apexes, double onset, double offset) {
    for (double apex : apexes) {
      if (apex >= onset - HALF_MILLISECOND && apex <= offset + HALF_MILLISECOND) {
        apexes.remove(apex);
        return OptionalDouble.of(Math.min(offset, Math.max(onset, apex)));
      }
    }
    return OptionalDouble.empty();
  }

  private Line line(String where, JsonNode event, double offset) throws DatasetException {
    OptionalDouble time = JsonReading.number(event.path(TIME));
    if (time.isEmpty() || !event.path(CODE).isTextual()) {
      throw source.wrong(
          where + ": the event " + Source.shown(event.toString()),
          "time, subject, behaviour, modifier and comment",
          "Correct the event or take it out.");
    }
    String modifier = event.path(MODIFIER).asText();
    String comment = event.path(COMMENT).asText();
    OptionalDouble score =
        comment.startsWith(BorisProject.SCORE)
            ? DecimalText.read(comment.substring(BorisProject.SCORE.length()))
            : OptionalDouble.empty();
    return new Line(
        // BORIS adds the observation's offset to the time of the film.
        MillisecondSpan.milliseconds(time.getAsDouble() - offset) / MillisecondSpan.PER_SECOND,
        event.path(SUBJECT).asText(),
        event.path(CODE).asText(),
        modifier.equals(NO_MODIFIER) ? "" : modifier,
        score);
  }
}
