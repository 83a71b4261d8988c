package org.macro2micro.method.handcrafted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.macro2micro.clip.ClipId;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.TrainListener;

/** Clips of three pixels whose class can be seen in them, beside noise. */
final class ToyClips {
  static final ClipId ID = ClipId.of("casme2", "sub0", "c0");
  static final List<String> LABELS = List.of("negative", "positive", "surprise");

  /** The pixels as they are. */
  static final Descriptor PIXELS = clip -> clip.pixels().clone();

  private final Input input;
  private final Map<ClipId, PreparedClip> clips = new HashMap<>();
  private final List<Example> examples = new ArrayList<>();

  /** Six clips of each subject, two of each class. */
  ToyClips(int subjects, long seed) {
    this(subjects, seed, Input.FRAME);
  }

  ToyClips(int subjects, long seed, Input input) {
    this.input = input;
    SplittableRandom random = new SplittableRandom(seed);
    for (int s = 0; s < subjects; s++) {
      for (int c = 0; c < 6; c++) {
        ClipId id = ClipId.of("casme2", "sub" + s, "c" + c);
        float[] pixels = new float[12];
        for (int i = 0; i < pixels.length; i++) {
          pixels[i] = (float) (random.nextDouble() * .4);
        }
        pixels[c % 3] += .7f;
        put(id, pixels);
        examples.add(new Example(id, c % 3));
      }
    }
  }

  void put(ClipId id, float[] pixels) {
    clips.put(id, new PreparedClip(id, input, 1, 2, pixels.length / 6, 0, pixels));
  }

  PreparedClip get(ClipId id) {
    PreparedClip clip = clips.get(id);
    if (clip == null) {
      throw new AssertionError("asked for " + id);
    }
    return clip;
  }

  List<Example> examples() {
    return examples;
  }

  /** All clips but those of one subject; "" for all. */
  TrainingData without(String subject) {
    return data(examples.stream().filter(e -> !e.id().subject().id().equals(subject)).toList());
  }

  TrainingData data(List<Example> chosen) {
    return TrainingData.of(new LabelledExamples(chosen, LABELS, this::get, "toy"));
  }

  List<ClipId> of(String subject) {
    return examples.stream()
        .map(Example::id)
        .filter(id -> id.subject().id().equals(subject))
        .toList();
  }

  static FitContext context() {
    SeedPath seed = SeedPath.root(1);
    return new FitContext(seed, seed.child("fold"), WorkStore.none(), TrainListener.silent());
  }
}
