package org.macro2micro.studio.work;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that callers may choose for a film.
 *
 * @param id by which callers name it
 * @param name for people
 * @param weights the file of a recogniser; empty if the model finds movements alone
 * @param row the row of the paper's table by which it was trained
 * @param labels the classes that it names
 * @param input what it sees of a clip, which is "frame" or "flow"
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
  /** The name of the model that finds movements alone. */
  public static final String MOVEMENT_ID = "movement";

  /** The model that finds movements alone. */
  public static final Model MOVEMENT =
      new Model(MOVEMENT_ID, "Movement only", Optional.empty(), null, List.of(), null, null);

  public Model {
    labels = List.copyOf(labels);
  }

  /** Returns "movement" or "recogniser". */
  public String kind() {
    return weights.isEmpty() ? "movement" : "recogniser";
  }
}
