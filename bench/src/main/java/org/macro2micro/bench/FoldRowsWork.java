package org.macro2micro.bench;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.method.proposed.MacroToMicro;
import org.macro2micro.method.proposed.MacroToMicroSettings;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

/**
 * Six rows of one fold with all phases, at width 16, 40 px and T=8: what rows have in common is
 * trained once. Each phase has an eighth of the usual epochs.
 */
final class FoldRowsWork {
  private static final List<String> CLASSES = List.of("a", "b", "c");
  private static final int CLIPS = 48;
  private static final int BATCH = 16;
  private static final List<Set<LossTerm>> GUIDED =
      List.of(
          EnumSet.of(LossTerm.CLASSIFICATION, LossTerm.SPATIAL_DOMAIN),
          EnumSet.of(LossTerm.CLASSIFICATION, LossTerm.SAMPLING_INTERVAL),
          EnumSet.of(LossTerm.CLASSIFICATION, LossTerm.SPATIAL_DOMAIN, LossTerm.SAMPLING_INTERVAL),
          EnumSet.complementOf(EnumSet.of(LossTerm.CONTRASTIVE)),
          EnumSet.allOf(LossTerm.class));

  private FoldRowsWork() {}

  /** All six rows, so many times. */
  static List<Laps.Lap> folds(int count) {
    TrainingData micro =
        NoiseClips.data(CLASSES, CLIPS, NoiseClips.pixels(CLIPS, Input.FRAME, 8, 40));
    LabelledExamples macro = micro.micro();
    TrainingData data = TrainingData.of(micro.micro(), new MacroGuide(macro, List.of(0, 1, 2)));
    Laps laps = new Laps();
    laps.start();
    for (int i = 0; i < count; i++) {
      SeedPath seed = SeedPath.root(i);
      FitContext context =
          new FitContext(seed, seed.child("fold"), inMemory(), TrainListener.silent());
      MacroToMicro plain =
          new MacroToMicro(
              settings(), Augmentation.none(), EnumSet.of(LossTerm.CLASSIFICATION), false);
      plain.train(data, context);
      GUIDED.forEach(terms -> plain.row(terms, true).train(data, context));
      laps.lap();
    }
    return laps.all();
  }

  private static WorkStore inMemory() {
    Map<String, byte[]> kept = new HashMap<>();
    return (phase, key, work) -> {
      byte[] found = kept.get(key);
      if (found == null) {
        found = work.get(); // It may ask for other work.
        kept.put(key, found);
      }
      return found;
    };
  }

  private static MacroToMicroSettings settings() {
    return TwoStreamWork.settings(
        16,
        MacroToMicroSettings.Start.MANET,
        new MacroToMicroSettings.Phases(phase(4), phase(4), phase(2)));
  }

  private static PhaseSettings phase(int epochs) {
    return new PhaseSettings(epochs, BATCH, 1e-3, PhaseSettings.Schedule.COSINE, 1e-4);
  }
}
