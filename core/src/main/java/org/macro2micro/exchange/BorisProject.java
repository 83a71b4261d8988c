package org.macro2micro.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.macro2micro.clip.FaceEvent;

/**
 * Films as a project of BORIS (Friard and Gamba 2016), format 7.0: one observation for each film,
 * and one state event for each event, which is two lines, a start and a stop. What an event shows
 * is its modifier; its score is in the comment of its start; its apex is a point event.
 */
final class BorisProject {
  /** The behaviour that marks an apex. */
  static final String APEX = "apex";

  /** What stands before a score in a comment. */
  static final String SCORE = "score ";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String FORMAT_VERSION = "7.0";
  private static final String SUBJECT = "person";

  /** BORIS wants a date; a fixed one keeps files the same. */
  private static final String DATE = "2000-01-01T00:00:00";

  private static final int PLAYERS = 8;

  private static final Map<FaceEvent.Kind, String> KEYS =
      Map.of(
          FaceEvent.Kind.MICRO, "m",
          FaceEvent.Kind.MACRO, "e",
          FaceEvent.Kind.BLINK, "b",
          FaceEvent.Kind.TWITCH, "w",
          FaceEvent.Kind.TALK, "t",
          FaceEvent.Kind.HEAD, "h",
          FaceEvent.Kind.MOVEMENT, "v");

  private BorisProject() {}

  static List<Piece> of(List<AnnotatedFilm> films) {
    ObjectNode project = JSON.objectNode();
    project.put("time_format", "hh:mm:ss");
    project.put("project_date", DATE);
    project.put("project_name", "macro2micro");
    project.put("project_description", "Movements that were found in videos.");
    project.put("project_format_version", FORMAT_VERSION);
    project
        .putObject("subjects_conf")
        .putObject("0")
        .put("key", "p")
        .put("name", SUBJECT)
        .put("description", "who is seen");
    project.set("behaviors_conf", ethogram(films));
    ObjectNode observations = project.putObject("observations");
    List<String> names = FileNames.of(films);
    for (int i = 0; i < films.size(); i++) {
      observations.set(names.get(i), observation(films.get(i)));
    }
    project.putArray("behavioral_categories");
    project.putObject("independent_variables");
    project.putObject("coding_map");
    project.putArray("behaviors_coding_map");
    project.putObject("converters");
    return List.of(new Piece("films.boris", JsonText.of(project)));
  }

  private static ObjectNode ethogram(List<AnnotatedFilm> films) {
    ObjectNode ethogram = JSON.objectNode();
    for (FaceEvent.Kind kind : FaceEvent.Kind.values()) {
      ObjectNode behaviour =
          behaviour("State event", KEYS.getOrDefault(kind, ""), MovementWord.of(kind));
      SortedSet<String> labels = labels(films, kind);
      ObjectNode modifiers = behaviour.putObject("modifiers");
      if (!labels.isEmpty()) {
        ArrayNode values =
            modifiers
                .putObject("0")
                .put("name", "class")
                .put("description", "what is shown")
                .put("type", 0)
                .putArray("values");
        labels.forEach(values::add);
      }
      ethogram.set(String.valueOf(ethogram.size()), behaviour);
    }
    ObjectNode apex = behaviour("Point event", "x", APEX);
    apex.putObject("modifiers");
    ethogram.set(String.valueOf(ethogram.size()), apex);
    return ethogram;
  }

  private static ObjectNode behaviour(String type, String key, String code) {
    return JSON.objectNode()
        .put("type", type)
        .put("key", key)
        .put("code", code)
        .put("description", "")
        .put("color", "")
        .put("category", "")
        .put("excluded", "")
        .put("coding map", "");
  }

  private static SortedSet<String> labels(List<AnnotatedFilm> films, FaceEvent.Kind kind) {
    SortedSet<String> labels = new TreeSet<>();
    for (AnnotatedFilm film : films) {
      film.events().stream()
          .filter(event -> event.kind() == kind && !event.label().isEmpty())
          .forEach(event -> labels.add(event.label()));
    }
    return labels;
  }

  private static ObjectNode observation(AnnotatedFilm film) {
    String path = film.file();
    ObjectNode observation = JSON.objectNode();
    observation.put("type", "MEDIA");
    observation.put("date", DATE);
    observation.put("description", film.name());
    observation.put("time offset", 0.0);
    observation.putArray("observation time interval").add(0).add(0);
    observation.putObject("independent_variables");
    observation.put("visualize_spectrogram", false);
    observation.put("visualize_waveform", false);
    observation.put("media_creation_date_as_offset", false);
    observation.put("close_behaviors_between_videos", false);
    ObjectNode file = observation.putObject("file");
    for (int player = 1; player <= PLAYERS; player++) {
      file.putArray(String.valueOf(player));
    }
    file.withArray("1").add(path);
    ObjectNode info = observation.putObject("media_info");
    info.putObject("length").put(path, film.durationSeconds());
    info.putObject("fps").put(path, film.framesPerSecond());
    info.putObject("hasVideo").put(path, true);
    info.putObject("hasAudio").put(path, false);
    info.putObject("offset").put("1", 0.0);
    ArrayNode events = observation.putArray("events");
    for (TimedEvent event : film.events()) {
      String code = MovementWord.of(event.kind());
      String score =
          event.score().isEmpty() ? "" : SCORE + DecimalText.score(event.score().getAsDouble());
      events.add(line(film, event.onsetSeconds(), code, event.label(), score));
      event.apexSeconds().ifPresent(apex -> events.add(line(film, apex, APEX, "", "")));
      events.add(line(film, event.offsetSeconds(), code, event.label(), ""));
    }
    return observation;
  }

  /** Returns time, subject, behaviour, modifier, comment and number of the frame. */
  private static ArrayNode line(
      AnnotatedFilm film, double seconds, String code, String modifier, String comment) {
    return JSON.arrayNode()
        .add(JsonText.seconds(seconds))
        .add(SUBJECT)
        .add(code)
        .add(modifier)
        .add(comment)
        .add(Math.round(seconds * film.framesPerSecond()));
  }
}
