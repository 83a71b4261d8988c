package org.macro2micro.clip;

import java.util.Optional;

/**
 * What a clip shows according to its database. This is truth: it reaches methods as the labels of
 * training examples and never with a clip that is to be judged.
 *
 * @param emotion the database's own label
 * @param units the action units that people saw; empty where nobody coded them
 */
public record Annotation(Emotion emotion, Optional<UnitCoding> units) {
  /** The annotation of a clip whose action units nobody coded. */
  public static Annotation of(Emotion emotion) {
    return new Annotation(emotion, Optional.empty());
  }
}
