package org.macro2micro.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.macro2micro.clip.ClipId;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.TrainingData;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.ClipPixels;
import org.macro2micro.train.Example;

/** Clips of noise in [0, 1): time does not depend on what a picture shows. */
final class NoiseClips {
  private NoiseClips() {}

  /** The id of a clip by its number. */
  static ClipId id(int number) {
    return ClipId.of("bench", "s" + number / 4, "c" + number);
  }

  /** The first so many clips, by their ids. */
  static ClipPixels pixels(int count, Input input, int frames, int side) {
    Map<ClipId, PreparedClip> clips = new HashMap<>();
    ids(count).forEach(id -> clips.put(id, of(id, input, frames, side)));
    return id -> Objects.requireNonNull(clips.get(id));
  }

  /** The ids of the first so many clips. */
  static List<ClipId> ids(int count) {
    return IntStream.range(0, count).mapToObj(NoiseClips::id).toList();
  }

  /** Training clips, class after class in turn. */
  static TrainingData data(List<String> labels, int count, ClipPixels pixels) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      examples.add(new Example(id(i), i % labels.size()));
    }
    return TrainingData.of(new LabelledExamples(examples, labels, pixels, "noise"));
  }

  /** A clip whose apex is its middle frame. */
  static PreparedClip of(ClipId id, Input input, int frames, int side) {
    RandomGenerator random = SeedPath.root(1).child(id.toString()).random();
    float[] pixels = new float[frames * PreparedClip.CHANNELS * side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return new PreparedClip(id, input, frames, side, side, frames / 2, pixels);
  }
}
