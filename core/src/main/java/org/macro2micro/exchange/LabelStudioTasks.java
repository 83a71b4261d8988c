package org.macro2micro.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.macro2micro.clip.FaceEvent;

/**
 * Films as tasks of Label Studio, one for each, whose predictions are the events: a region on the
 * time line labelled with its kind, its class as a choice for the region, its apex in the region's
 * note. Regions are in frames, counted from 1 at the film's mean rate, since this is how Label
 * Studio counts; a shown time is therefore exact to a frame. {@code data.video} is the film as it
 * was named; Label Studio needs an address there that it can show.
 */
final class LabelStudioTasks {
  /** The control that holds kinds. */
  static final String MOVEMENT = "movement";

  /** The control that holds classes. */
  static final String CLASS = "class";

  /** What stands before the time of an apex in a region's note. */
  static final String APEX = "apex ";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String VIDEO = "video";

  private LabelStudioTasks() {}

  static List<Piece> of(List<AnnotatedFilm> films) {
    ArrayNode tasks = JSON.arrayNode();
    films.forEach(film -> tasks.add(task(film)));
    return List.of(
        new Piece("films.label-studio.json", JsonText.of(tasks)),
        new Piece("films.label-studio.xml", labellingInterface(films)));
  }

  private static ObjectNode task(AnnotatedFilm film) {
    ObjectNode task = JSON.objectNode();
    task.putObject("data")
        .put(VIDEO, film.file())
        .put("film", film.name())
        .put("fps", film.framesPerSecond())
        .put("duration", film.durationSeconds());
    ObjectNode prediction = task.putArray("predictions").addObject();
    prediction.put("model_version", "macro2micro");
    double sum = film.events().stream().mapToDouble(event -> event.score().orElse(0)).sum();
    long scored = film.events().stream().filter(event -> event.score().isPresent()).count();
    if (scored > 0) {
      prediction.put("score", sum / scored);
    }
    ArrayNode result = prediction.putArray("result");
    for (int i = 0; i < film.events().size(); i++) {
      region(result, "movement-" + (i + 1), film, film.events().get(i));
    }
    return task;
  }

  private static void region(ArrayNode result, String id, AnnotatedFilm film, TimedEvent event) {
    ObjectNode movement = part(result, id, MOVEMENT, "timelinelabels", film, event);
    movement.withObject("/value").putArray("timelinelabels").add(MovementWord.of(event.kind()));
    event.score().ifPresent(score -> movement.put("score", score));
    event
        .apexSeconds()
        .ifPresent(
            apex ->
                movement
                    .putObject("meta")
                    .putArray("text")
                    .add(APEX + DecimalText.of(apex, 3) + " s"));
    if (!event.label().isEmpty()) {
      ObjectNode named = part(result, id, CLASS, "choices", film, event);
      named.withObject("/value").putArray("choices").add(event.label());
    }
  }

  private static ObjectNode part(
      ArrayNode result,
      String id,
      String control,
      String type,
      AnnotatedFilm film,
      TimedEvent event) {
    ObjectNode part = result.addObject();
    part.put("id", id).put("from_name", control).put("to_name", VIDEO).put("type", type);
    part.putObject("value")
        .putArray("ranges")
        .addObject()
        .put("start", frame(film, event.onsetSeconds()))
        .put("end", frame(film, event.offsetSeconds()));
    return part;
  }

  private static long frame(AnnotatedFilm film, double seconds) {
    return Math.round(seconds * film.framesPerSecond()) + 1;
  }

  private static String labellingInterface(List<AnnotatedFilm> films) {
    SortedSet<String> classes = new TreeSet<>();
    for (AnnotatedFilm film : films) {
      film.events().forEach(event -> classes.add(event.label()));
    }
    classes.remove("");
    StringBuilder xml = new StringBuilder("<View>\n");
    xml.append("  <Video name=\"video\" value=\"$video\" frameRate=\"$fps\"/>\n");
    xml.append("  <TimelineLabels name=\"movement\" toName=\"video\">\n");
    for (FaceEvent.Kind kind : FaceEvent.Kind.values()) {
      xml.append("    <Label value=\"").append(MovementWord.of(kind)).append("\"/>\n");
    }
    xml.append("  </TimelineLabels>\n");
    if (!classes.isEmpty()) {
      xml.append("  <Choices name=\"class\" toName=\"video\" perRegion=\"true\">\n");
      for (String name : classes) {
        xml.append("    <Choice value=\"").append(WritableText.xml(name)).append("\"/>\n");
      }
      xml.append("  </Choices>\n");
    }
    return xml.append("</View>\n").toString();
  }
}
