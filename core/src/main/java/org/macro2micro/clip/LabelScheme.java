package org.macro2micro.clip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which clips take part in a task, and their classes there.
 *
 * @param name short name, such as "cde"
 * @param labels the task's classes in their fixed order; the index is the class number
 * @param byEmotion the class of each emotion; emotions not listed are left out
 * @param onlyIn by database, the only emotions of it that take part; databases not listed take part
 *     with all of {@code byEmotion}
 * @param leftOut clips left out by name
 * @param macroByEmotion the class that corresponds to a macro-expression of each emotion; emotions
 *     not listed have no counterpart
 */
public record LabelScheme(
    String name,
    List<String> labels,
    Map<Emotion, String> byEmotion,
    Map<String, Set<Emotion>> onlyIn,
    Set<ClipId> leftOut,
    Map<Emotion, String> macroByEmotion) {
  public LabelScheme {
    labels = List.copyOf(labels);
    byEmotion = Map.copyOf(byEmotion);
    onlyIn = Map.copyOf(onlyIn);
    leftOut = Set.copyOf(leftOut);
    macroByEmotion = Map.copyOf(macroByEmotion);
    for (Map<Emotion, String> map : List.of(byEmotion, macroByEmotion)) {
      for (String label : map.values()) {
        if (!labels.contains(label)) {
          throw new IllegalArgumentException(
              "scheme %s: class \"%s\" is not among its labels %s".formatted(name, label, labels));
        }
      }
    }
  }

  /** The clip's class, or empty if the scheme leaves it out. */
  public Optional<String> labelOf(LabelledClip clip) {
    return labelOf(clip.id(), clip.emotion());
  }

  /** Returns the class of a clip of which only the database's label is known, or empty. */
  public Optional<String> labelOf(ClipId id, Emotion emotion) {
    Set<Emotion> only = onlyIn.get(id.subject().database());
    if (leftOut.contains(id) || (only != null && !only.contains(emotion))) {
      return Optional.empty();
    }
    return Optional.ofNullable(byEmotion.get(emotion));
  }

  /** The class that a macro-expression of this emotion corresponds to, or empty. */
  public Optional<String> macroCounterpart(Emotion emotion) {
    return Optional.ofNullable(macroByEmotion.get(emotion));
  }

  /** The clips that take part, each with its class, in the corpus' order. */
  public Map<ClipId, String> truth(Corpus corpus) {
    return truth(corpus.labels());
  }

  /** Returns the same for clips of which only the labels are known. */
  public Map<ClipId, String> truth(SortedMap<ClipId, Emotion> labels) {
    Map<ClipId, String> truth = new LinkedHashMap<>();
    labels.forEach((id, emotion) -> labelOf(id, emotion).ifPresent(label -> truth.put(id, label)));
    return truth;
  }

  /**
   * The class number of a label.
   *
   * @throws IllegalArgumentException if the scheme has no such label
   */
  public int indexOf(String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException(
          "scheme %s has no label \"%s\"; it has %s".formatted(name, label, labels));
    }
    return index;
  }
}
