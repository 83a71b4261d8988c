package org.macro2micro.method;

import java.util.List;
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
 */
public record LabelledExamples(
    List<Example> examples, List<String> labels, ClipPixels pixels, String digest) {
  public LabelledExamples {
    examples = List.copyOf(examples);
    labels = List.copyOf(labels);
    for (Example example : examples) {
      if (example.label() < 0 || example.label() >= labels.size()) {
        throw new IllegalArgumentException(
            "clip %s: class %d, expected 0..%d"
                .formatted(example.id(), example.label(), labels.size() - 1));
      }
    }
  }

  /** All that determines these examples, for the key of kept work. */
  public String key() {
    return digest + labels + examples;
  }
}
