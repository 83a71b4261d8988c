package org.macro2micro.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.macro2micro.clip.FaceEvent;

/**
 * A film's events as a table of the Brain Imaging Data Structure, {@code FILM_events.tsv}, and its
 * description {@code FILM_events.json}: onset, duration and apex in seconds of the film with four
 * decimals, "n/a" where nothing is known. Where recording and film began at other times, the onsets
 * must still be moved.
 */
final class BidsEvents {
  /** What stands where nothing is known. */
  static final String MISSING = "n/a";

  private static final int DECIMALS = 4;

  private BidsEvents() {}

  static List<Piece> of(List<AnnotatedFilm> films) {
    List<String> names = FileNames.of(films);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < films.size(); i++) {
      pieces.add(new Piece(names.get(i) + "_events.tsv", table(films.get(i))));
      pieces.add(new Piece(names.get(i) + "_events.json", JsonText.of(description())));
    }
    return pieces;
  }

  private static String table(AnnotatedFilm film) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("onset", "duration", "trial_type", "label", "apex", "score"));
    for (TimedEvent event : film.events()) {
      rows.add(
          List.of(
              DecimalText.of(event.onsetSeconds(), DECIMALS),
              DecimalText.of(event.offsetSeconds() - event.onsetSeconds(), DECIMALS),
              MovementWord.of(event.kind()),
              event.label().isEmpty() ? MISSING : event.label(),
              number(event.apexSeconds(), DECIMALS),
              number(event.score(), DecimalText.SCORE)));
    }
    return TableText.of(rows, '\t');
  }

  private static String number(OptionalDouble value, int decimals) {
    return value.isEmpty() ? MISSING : DecimalText.of(value.getAsDouble(), decimals);
  }

  private static ObjectNode description() {
    ObjectNode columns = JsonNodeFactory.instance.objectNode();
    column(columns, "onset", "When the movement begins: the time of its first frame in the film")
        .put("Units", "s");
    column(columns, "duration", "Time from the first frame of the movement to its last one")
        .put("Units", "s");
    ObjectNode kinds =
        column(columns, "trial_type", "What sort of movement it is").putObject("Levels");
    for (FaceEvent.Kind kind : FaceEvent.Kind.values()) {
      kinds.put(MovementWord.of(kind), meaning(kind));
    }
    column(columns, "label", "What is shown, as the recogniser calls it");
    column(columns, "apex", "The time of the largest movement in the film").put("Units", "s");
    column(columns, "score", "How sure the recogniser is of the label, from 0 to 1");
    return columns;
  }

  private static ObjectNode column(ObjectNode columns, String name, String description) {
    return columns.putObject(name).put("Description", description);
  }

  private static String meaning(FaceEvent.Kind kind) {
    return switch (kind) {
      case MICRO -> "A facial expression of up to half a second";
      case MACRO -> "A facial expression that lasts longer";
      case BLINK -> "The eyes shut and open again";
      case TWITCH -> "One muscle moves without a meaning";
      case TALK -> "The mouth moves as in speech";
      case HEAD -> "The head moves fast and returns";
      case MOVEMENT -> "The face moves for a moment; what it is has not been judged";
    };
  }
}
