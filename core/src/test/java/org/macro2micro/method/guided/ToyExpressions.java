package org.macro2micro.method.guided;

import java.util.ArrayList;
import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.TrainListener;

/**
 * Toy clips of both domains, as flow: even clips move in the upper half, odd ones in the lower. Of
 * the three macro classes the third, "far", has no counterpart.
 */
final class ToyExpressions {
  static final int SIDE = 40;
  static final List<String> LABELS = List.of("up", "down");

  private ToyExpressions() {}

  static TrainingData data() {
    return data(24, 24);
  }

  static TrainingData data(int micro, int macro) {
    return TrainingData.of(
        new LabelledExamples(examples("microdb", micro, 2), LABELS, ToyExpressions::flow, "a"),
        new MacroGuide(
            new LabelledExamples(
                examples("macrodb", macro, 3),
                List.of("high", "low", "far"),
                ToyExpressions::flow,
                "b"),
            List.of(0, 1, -1)));
  }

  /** Clips of four people; the number of a clip, by the number of classes, is its class. */
  static List<Example> examples(String database, int count, int classes) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      examples.add(new Example(id(database, i), i % classes));
    }
    return examples;
  }

  private static ClipId id(String database, int number) {
    return ClipId.of(database, "s" + number / 2 % 4, "c%03d".formatted(number));
  }

  /** Clips of nobody that was learnt from. */
  static double accuracy(Recognizer recognizer) {
    List<Prediction> predictions = predictions(recognizer);
    return predictions.stream()
            .filter(p -> p.label().equals(LABELS.get(number(p.id()) % 2)))
            .count()
        / (double) predictions.size();
  }

  static List<Prediction> predictions(Recognizer recognizer) {
    List<ClipId> clips = new ArrayList<>();
    for (int i = 100; i < 120; i++) {
      clips.add(id("microdb", i));
    }
    try (recognizer) {
      return recognizer.predict(clips, ToyExpressions::flow);
    }
  }

  private static int number(ClipId id) {
    return Integer.parseInt(id.name().substring(1));
  }

  static PreparedClip flow(ClipId id) {
    return clip(id, Input.FLOW);
  }

  static PreparedClip clip(ClipId id, Input input) {
    var random = SeedPath.root(7).child(id.toString()).random();
    int plane = SIDE * SIDE;
    float[] pixels = new float[2 * PreparedClip.CHANNELS * plane];
    int classes = id.subject().database().equals("macrodb") ? 3 : 2;
    int own = number(id) % classes;
    for (int i = 0; i < pixels.length; i++) {
      boolean rise = i < pixels.length / 2;
      int row = i % plane / SIDE;
      int third = row < SIDE / 3 ? 0 : row < 2 * SIDE / 3 ? 2 : 1;
      pixels[i] = (float) ((rise && third == own ? .6 : .1) + random.nextDouble(.2));
    }
    return new PreparedClip(id, input, 2, SIDE, SIDE, 1, pixels);
  }

  static FitContext context(WorkStore store) {
    return context(store, 1);
  }

  static FitContext context(WorkStore store, long seed) {
    SeedPath root = SeedPath.root(seed);
    return new FitContext(root, root.child("fold"), store, TrainListener.silent());
  }

  static FitContext context() {
    return context(WorkStore.none());
  }
}
