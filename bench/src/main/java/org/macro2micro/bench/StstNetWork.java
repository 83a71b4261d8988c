package org.macro2micro.bench;

import java.util.List;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.method.deep.DeepMethod;
import org.macro2micro.method.deep.DeepSettings;
import org.macro2micro.method.deep.StstNet;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.seed.SeedPath;
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
    TrainingData data =
        NoiseClips.data(CLASSES, CLIPS, NoiseClips.pixels(CLIPS, Input.FLOW, 2, SIDE));
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
}
