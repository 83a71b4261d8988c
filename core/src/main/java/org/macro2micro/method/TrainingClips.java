package org.macro2micro.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.Batch;
import org.macro2micro.train.Example;

/**
 * Training clips with their classes, as steps take them: each clip is varied by a seed of its own
 * name, so that a batch depends neither on its order nor on other batches.
 *
 * @param examples the clips
 * @param augmentation how clips are varied
 */
public record TrainingClips(LabelledExamples examples, Augmentation augmentation) {
  /** How many clips there are. */
  public int size() {
    return examples.examples().size();
  }

  /** The same clips class after class, in their order within a class. */
  public TrainingClips byClass() {
    List<Example> ordered =
        examples.examples().stream().sorted(Comparator.comparingInt(Example::label)).toList();
    return new TrainingClips(
        new LabelledExamples(
            ordered, examples.labels(), examples.pixels(), examples.digest(), examples.units()),
        augmentation);
  }

  /**
   * The same clips, and after them clips of the smaller classes again, in their order, until all
   * classes that are there have as many.
   */
  public TrainingClips balanced() {
    SortedMap<Integer, List<Example>> byClass = new TreeMap<>();
    for (Example example : examples.examples()) {
      byClass.computeIfAbsent(example.label(), label -> new ArrayList<>()).add(example);
    }
    int most = byClass.values().stream().mapToInt(List::size).max().orElse(0);
    List<Example> even = new ArrayList<>(examples.examples());
    for (List<Example> same : byClass.values()) {
      for (int i = same.size(); i < most; i++) {
        even.add(same.get(i % same.size()));
      }
    }
    return new TrainingClips(
        new LabelledExamples(even, examples.labels(), examples.pixels(), examples.digest()),
        augmentation);
  }

  /** Whether a clip is the same in every step. */
  public boolean isFixed() {
    return augmentation.equals(Augmentation.none());
  }

  /** The clips of a step, varied. */
  public List<PreparedClip> clips(Batch batch) {
    List<PreparedClip> clips = new ArrayList<>();
    for (int position : batch.positions()) {
      PreparedClip clip = clip(position);
      clips.add(augmentation.apply(clip, batch.seed().child(clip.id().toString()).random()));
    }
    return clips;
  }

  /** The classes of a step's clips, int64 [n]. */
  public NDArray labels(Batch batch) {
    return labels(batch.manager(), batch.positions());
  }

  /** The classes of clips, int64 [n]. */
  public NDArray labels(NDManager manager, List<Integer> positions) {
    return manager.create(
        positions.stream().mapToLong(at -> examples.examples().get(at).label()).toArray());
  }

  /** A clip as it was prepared, by its position. */
  public PreparedClip clip(int position) {
    return examples.pixels().of(examples.examples().get(position).id());
  }

  /**
   * The first clip, whose size is that of all.
   *
   * @throws IllegalArgumentException if there are none
   */
  public PreparedClip first() {
    if (size() == 0) {
      throw new IllegalArgumentException("training: 0 clips, expected at least 2");
    }
    return clip(0);
  }
}
