package org.macro2micro.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.DatasetException;

/**
 * Reads tasks of Label Studio, as it exports them or as they are imported: the first annotation
 * that was not cancelled, or where there is none the first prediction. A choice for a region is its
 * class; of several, the one of the control {@code class}. Frames become times by {@code data.fps}.
 */
final class LabelStudioReader {
  private static final double MOST_RATE = 1e5;

  /** What Label Studio puts before the name of a file that was uploaded. */
  private static final Pattern UPLOAD = Pattern.compile("^[0-9a-f]{8}-(?=.)");

  /** How Label Studio writes the address of a file that it serves itself. */
  private static final Pattern LOCAL = Pattern.compile("^/data/local-files/\\?d=");

  private static final Pattern QUERY = Pattern.compile("[?#].*$", Pattern.DOTALL);

  private final Source source;
  private final Reading reading;

  LabelStudioReader(Source source, Reading reading) {
    this.source = source;
    this.reading = reading;
  }

  /** Returns whether JSON is a task, or a list that begins with one. */
  static boolean knows(JsonNode root) {
    JsonNode task = root.isArray() ? root.path(0) : root;
    return task.path("data").isObject()
        && (task.path("annotations").isArray() || task.path("predictions").isArray());
  }

  void read(JsonNode root) throws DatasetException {
    List<JsonNode> tasks = root.isArray() ? list(root) : List.of(root);
    for (int i = 0; i < tasks.size(); i++) {
      task("task " + (i + 1), tasks.get(i));
    }
  }

  private void task(String where, JsonNode task) throws DatasetException {
    String film = film(task);
    if (film.isEmpty()) {
      throw source.wrong(
          where + ": it does not name its video",
          "data.video, a path or an address",
          "Export the tasks as JSON, not as JSON-MIN.");
    }
    reading.film(film);
    List<JsonNode> annotations =
        list(task.path("annotations")).stream()
            .filter(annotation -> !annotation.path("was_cancelled").asBoolean())
            .toList();
    if (annotations.size() > 1) {
      reading.leaveOut(
          "%s: it has %d annotations; the first one was read".formatted(where, annotations.size()));
    }
    JsonNode chosen = annotations.isEmpty() ? task.path("predictions").path(0) : annotations.get(0);
    Map<String, String> classes = new HashMap<>();
    for (JsonNode part : chosen.path("result")) {
      JsonNode choice = part.path("value").path("choices").path(0);
      if (choice.isTextual()) {
        boolean named = part.path("from_name").asText().equals(LabelStudioTasks.CLASS);
        String region = part.path("id").asText();
        classes.merge(region, choice.asText(), (before, now) -> named ? now : before);
      }
    }
    for (JsonNode part : chosen.path("result")) {
      if (part.path("value").path("timelinelabels").isArray()) {
        double rate = rate(where, task, part);
        String label = classes.getOrDefault(part.path("id").asText(), "");
        region(film, where, rate, part, label);
      }
    }
  }

  private void region(String film, String where, double rate, JsonNode part, String label)
      throws DatasetException {
    for (JsonNode word : part.path("value").path("timelinelabels")) {
      Optional<FaceEvent.Kind> kind = MovementWord.read(word.asText());
      if (kind.isEmpty()) {
        reading.strange(where, word.asText());
        continue;
      }
      for (JsonNode range : part.path("value").path("ranges")) {
        OptionalDouble start = JsonReading.number(range.path("start"));
        OptionalDouble end = JsonReading.number(range.path("end"));
        if (start.isEmpty() || end.isEmpty()) {
          throw source.wrong(
              where + ": the range " + Source.shown(range.toString()),
              "frames start and end, from 1",
              "Correct the region or take it out.");
        }
        reading.add(
            film,
            where,
            seconds(start.getAsDouble(), rate),
            apex(part),
            seconds(end.getAsDouble(), rate),
            kind.get(),
            label,
            JsonReading.number(part.path("score")));
      }
    }
  }

  /** Returns the time of a frame; some versions count from 0, so frame 0 is the first one too. */
  private static double seconds(double frame, double rate) {
    return frame == 0 ? 0 : (frame - 1) / rate;
  }

  private static OptionalDouble apex(JsonNode part) {
    for (JsonNode note : part.path("meta").path("text")) {
      String text = note.asText();
      if (text.startsWith(LabelStudioTasks.APEX) && text.endsWith(" s")) {
        return DecimalText.read(text.substring(LabelStudioTasks.APEX.length(), text.length() - 1));
      }
    }
    return OptionalDouble.empty();
  }

  private double rate(String where, JsonNode task, JsonNode part) throws DatasetException {
    OptionalDouble rate = JsonReading.number(task.path("data").path("fps"));
    OptionalDouble frames = JsonReading.number(part.path("value").path("framesCount"));
    OptionalDouble duration = JsonReading.number(part.path("value").path("duration"));
    if (rate.isEmpty() && frames.isPresent() && duration.isPresent()) {
      rate = OptionalDouble.of(frames.getAsDouble() / duration.getAsDouble());
    }
    if (!(rate.orElse(-1) > 0 && rate.getAsDouble() <= MOST_RATE)) {
      throw source.wrong(
          where + ": its regions are in frames, and it does not say how many there are a second",
          "a number above 0 in data.fps",
          "Write \"fps\" into the task's data.");
    }
    return rate.getAsDouble();
  }

  private static String film(JsonNode task) {
    JsonNode data = task.path("data");
    if (data.path("film").isTextual() && !data.path("film").asText().isEmpty()) {
      return data.path("film").asText();
    }
    String address = data.path("video").asText();
    if (address.isEmpty()) {
      // The variable may have another name; a task of videos has one address.
      for (JsonNode value : data) {
        if (address.isEmpty() && value.isTextual() && value.asText().contains(".")) {
          address = value.asText();
        }
      }
    }
    String path = LOCAL.matcher(address).replaceFirst("");
    String plain = path.startsWith("http") ? QUERY.matcher(path).replaceFirst("") : path;
    return UPLOAD.matcher(FilmName.ofAddress(plain)).replaceFirst("");
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
