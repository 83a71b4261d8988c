package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.Annotation;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;

/**
 * What a reader found.
 *
 * @param database the reader's database
 * @param folder the folder that was read, as the user gave it
 * @param corpus the usable clips; none if only labels were read
 * @param annotations what the usable clips show, or all clips that the sheets name if only labels
 *     were read
 * @param problems everything corrected, left out or noted, in the order it was met
 */
public record Inventory(
    String database,
    Path folder,
    Corpus corpus,
    SortedMap<ClipId, Annotation> annotations,
    List<Problem> problems) {
  public Inventory {
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    problems = List.copyOf(problems);
  }

  /** What was found with its frames. */
  public Inventory(String database, Path folder, Corpus corpus, List<Problem> problems) {
    this(database, folder, corpus, corpus.annotations(), problems);
  }

  /** What sheets, lists and names say, without a look at any frame. */
  static Inventory ofAnnotations(
      String database,
      Path folder,
      SortedMap<ClipId, Annotation> annotations,
      List<Problem> problems) {
    return new Inventory(database, folder, new Corpus(List.of()), annotations, problems);
  }

  /** Returns the inventory of a database without action units. */
  static Inventory ofLabels(
      String database, Path folder, SortedMap<ClipId, Emotion> labels, List<Problem> problems) {
    SortedMap<ClipId, Annotation> annotations = new TreeMap<>();
    labels.forEach((id, emotion) -> annotations.put(id, Annotation.of(emotion)));
    return ofAnnotations(database, folder, annotations, problems);
  }

  /** The emotions of the {@link #annotations}. */
  public SortedMap<ClipId, Emotion> labels() {
    SortedMap<ClipId, Emotion> labels = new TreeMap<>();
    annotations.forEach((id, annotation) -> labels.put(id, annotation.emotion()));
    return labels;
  }
}
