package org.macro2micro.clip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The labelled clips of one or several databases, sorted by id, each id once.
 *
 * @param clips the clips; may be empty
 */
public record Corpus(List<LabelledClip> clips) {
  public Corpus {
    List<LabelledClip> sorted = new ArrayList<>(clips);
    sorted.sort(Comparator.comparing(LabelledClip::id));
    Set<ClipId> seen = new HashSet<>();
    for (LabelledClip clip : sorted) {
      if (!seen.add(clip.id())) {
        throw new IllegalArgumentException("corpus: clip " + clip.id() + " occurs twice");
      }
    }
    clips = List.copyOf(sorted);
  }

  /** The clips of all the given corpora together. */
  public static Corpus union(Collection<Corpus> parts) {
    return new Corpus(parts.stream().flatMap(part -> part.clips().stream()).toList());
  }

  /** What the databases say the clips show, emotion and action units, by id. */
  public SortedMap<ClipId, Annotation> annotations() {
    SortedMap<ClipId, Annotation> annotations = new TreeMap<>();
    clips.forEach(clip -> annotations.put(clip.id(), clip.annotation()));
    return annotations;
  }

  /** The emotions that the databases say the clips show, by id. */
  public SortedMap<ClipId, Emotion> labels() {
    SortedMap<ClipId, Emotion> labels = new TreeMap<>();
    clips.forEach(clip -> labels.put(clip.id(), clip.emotion()));
    return labels;
  }

  /** Everyone shown, in order. */
  public SortedSet<Subject> subjects() {
    SortedSet<Subject> subjects = new TreeSet<>();
    clips.forEach(clip -> subjects.add(clip.id().subject()));
    return subjects;
  }
}
