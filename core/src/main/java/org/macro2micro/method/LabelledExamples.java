package org.macro2micro.method;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.train.ClipPixels;
import org.macro2micro.train.Example;

/**
 * Clips to learn from, with their classes.
 *
 * @param examples the clips, each with its class number
 * @param labels the classes' names; an example's label is a position in here
 * @param pixels the prepared clips
 * @param digest names content and preparation of the clips' source, so that work done on them can
 *     be found again
 * @param units action units of those of the clips whose units people coded, and of no others
 */
public record LabelledExamples(
    List<Example> examples,
    List<String> labels,
    ClipPixels pixels,
    String digest,
    Map<ClipId, UnitCoding> units) {
  public LabelledExamples {
    examples = List.copyOf(examples);
    labels = List.copyOf(labels);
    units = Map.copyOf(units);
    Set<ClipId> ids = examples.stream().map(Example::id).collect(Collectors.toSet());
    if (!ids.containsAll(units.keySet())) {
      throw new IllegalArgumentException(
          "action units: found those of clips %s, expected those of training clips alone"
              .formatted(units.keySet().stream().filter(id -> !ids.contains(id)).toList()));
    }
    for (Example example : examples) {
      if (example.label() < 0 || example.label() >= labels.size()) {
        throw new IllegalArgumentException(
            "clip %s: class %d, expected 0..%d"
                .formatted(example.id(), example.label(), labels.size() - 1));
      }
    }
  }

  /** Clips whose action units nobody coded. */
  public LabelledExamples(
      List<Example> examples, List<String> labels, ClipPixels pixels, String digest) {
    this(examples, labels, pixels, digest, Map.of());
  }

  /**
   * All that determines these examples but for their action units, for the key of kept work; the
   * key of what learns from units must name them too.
   */
  public String key() {
    return digest + labels + examples;
  }
}
