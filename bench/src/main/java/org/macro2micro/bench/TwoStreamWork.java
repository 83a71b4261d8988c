package org.macro2micro.bench;

import java.util.EnumSet;
import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.loss.ContrastiveLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.method.proposed.InitialTrunks;
import org.macro2micro.method.proposed.MacroToMicro;
import org.macro2micro.method.proposed.MacroToMicroSettings;
import org.macro2micro.method.proposed.TransferSettings;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.nn.GradientReversal;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.ClipPixels;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

/**
 * The two-stream network as the product trains and asks it.
 *
 * @param width channels after its first convolution
 * @param side height and width of the frames, in pixels
 * @param frames T
 * @param batch clips a step
 */
record TwoStreamWork(int width, int side, int frames, int batch) {
  private static final List<String> CLASSES = List.of("a", "b", "c");

  /** Each step of a training: forward, backward, Adam; clips are not varied. */
  List<Laps.Lap> trainingSteps(int steps) {
    Laps laps = new Laps();
    TrainListener clock = (phase, epoch, epochs, losses, norms) -> laps.lap();
    TrainingData data = data();
    laps.start();
    method(steps).train(data, context(clock));
    return laps.all();
  }

  /** The prediction of each of so many clips, one after the other. */
  List<Laps.Lap> predictions(int count) {
    return predictions(1, count);
  }

  /**
   * So many predictions of the clips of a fold, which are handed over together, each for a clip.
   */
  List<Laps.Lap> foldPredictions(int count) {
    return predictions(batch, count);
  }

  private List<Laps.Lap> predictions(int together, int count) {
    ClipPixels pixels = pixels();
    List<ClipId> ids = NoiseClips.ids(batch);
    Laps laps = new Laps();
    try (Recognizer recognizer = recognizer()) {
      laps.start();
      for (int i = 0; i < count; i++) {
        int from = i * together % ids.size();
        recognizer.predict(ids.subList(from, from + together), pixels);
        laps.lap(together);
      }
    }
    return laps.all();
  }

  /** A network with random weights. */
  Recognizer recognizer() {
    return method(0).fit(data(), context(TrainListener.silent()));
  }

  /** The clips that are predicted. */
  List<PreparedClip> clips() {
    return NoiseClips.ids(batch).stream().map(pixels()::of).toList();
  }

  private MacroToMicro method(int epochs) {
    PhaseSettings phase =
        new PhaseSettings(epochs, batch, 1e-3, PhaseSettings.Schedule.CONSTANT, 0);
    MacroToMicroSettings settings =
        settings(
            width,
            MacroToMicroSettings.Start.RANDOM,
            new MacroToMicroSettings.Phases(phase, phase, phase));
    return new MacroToMicro(
        settings, Augmentation.none(), EnumSet.of(LossTerm.CLASSIFICATION), false);
  }

  /** The paper's weights, three sampling intervals, concatenation. */
  static MacroToMicroSettings settings(
      int width, MacroToMicroSettings.Start start, MacroToMicroSettings.Phases phases) {
    return new MacroToMicroSettings(
        new TwoStreamSettings(width, TwoStreamSettings.Fusion.CONCAT, 3, 64),
        new MacroToMicroSettings.Init(start, null, InitialTrunks.Trunks.BOTH),
        phases,
        new TransferSettings(
            TransferSettings.paperWeights(),
            new ContrastiveLoss(.5, ContrastiveLoss.Reduction.PAPER),
            GradientReversal.Schedule.CONSTANT,
            TransferSettings.Unmatched.NEGATIVES,
            TransferSettings.MacroDraw.UNIFORM,
            TransferSettings.Statistics.BATCH,
            false),
        0);
  }

  private TrainingData data() {
    return NoiseClips.data(CLASSES, batch, pixels());
  }

  private ClipPixels pixels() {
    return NoiseClips.pixels(batch, Input.FRAME, frames, side);
  }

  private static FitContext context(TrainListener listener) {
    SeedPath root = SeedPath.root(1);
    return new FitContext(root, root.child("fold"), WorkStore.none(), listener);
  }
}
