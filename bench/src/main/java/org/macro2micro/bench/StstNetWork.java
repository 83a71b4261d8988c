package org.macro2micro.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.macro2micro.clip.ClipId;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.method.deep.DeepMethod;
import org.macro2micro.method.deep.DeepSettings;
import org.macro2micro.method.deep.StstNet;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

/** STSTNet on as many clips as a fold of the flow benchmark has, trained as its authors do. */
final class StstNetWork {
  private static final int CLIPS = 435;
  private static final int SIDE = 28;
  private static final int BATCH = 256;
  private static final List<String> CLASSES = List.of("negative", "positive", "surprise");

  private StstNetWork() {}

  /** Each epoch of a training of one fold. */
  static List<Laps.Lap> epochs(int count) {
    Laps laps = new Laps();
    TrainListener clock = (phase, epoch, epochs, losses, norms) -> laps.lap();
    SeedPath root = SeedPath.root(1);
    FitContext context = new FitContext(root, root.child("fold"), WorkStore.none(), clock);
    TrainingData data = data();
    laps.start();
    method(count).train(data, context);
    return laps.all();
  }

  private static DeepMethod method(int epochs) {
    PhaseSettings training =
        new PhaseSettings(epochs, BATCH, 5e-5, PhaseSettings.Schedule.CONSTANT, 0);
    return new DeepMethod(
        "ststnet", StstNet::new, new DeepSettings(training, 255, false), Augmentation.none());
  }

  private static TrainingData data() {
    Map<ClipId, PreparedClip> clips =
        IntStream.range(0, CLIPS)
            .mapToObj(NoiseClips::id)
            .collect(
                Collectors.toMap(
                    Function.identity(), id -> NoiseClips.of(id, Input.FLOW, 2, SIDE)));
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < CLIPS; i++) {
      examples.add(new Example(NoiseClips.id(i), i % CLASSES.size()));
    }
    return TrainingData.of(new LabelledExamples(examples, CLASSES, clips::get, "noise"));
  }
}
