package org.macro2micro.studio.work;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked to look at a film.
 *
 * @param id by which callers name it
 * @param name for people
 * @param weights of a recogniser; empty if movements alone are found
 * @param row the row of the table that was trained
 * @param labels the classes that it names
 * @param input what it sees of a clip: frame or flow
 * @param card the page that says what it is for, in Markdown
 */
public record Model(
    String id,
    String name,
    Optional<Path> weights,
    @Nullable String row,
    List<String> labels,
    @Nullable String input,
    @Nullable String card) {
  /** The name of the one that finds movements alone. */
  public static final String MOVEMENT_ID = "movement";

  /** Finds movements alone. */
  public static final Model MOVEMENT =
      new Model(MOVEMENT_ID, "Movement only", Optional.empty(), null, List.of(), null, null);

  public Model {
    labels = List.copyOf(labels);
  }

  /** Returns the word for what it does. */
  public String kind() {
    return weights.isEmpty() ? "movement" : "recogniser";
  }
}
