package org.macro2micro.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.ClipId;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.MethodBlock;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.method.proposed.MacroToMicro;
import org.macro2micro.method.proposed.MacroToMicroSettings;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;

/**
 * Seconds that one training clip of one epoch takes on this machine with these settings.
 *
 * @param macro in phase 1
 * @param micro in phase 2
 * @param transfer in phase 3 with all terms
 */
record StepCost(double macro, double micro, double transfer) {
  /**
   * Trains the real networks for two epochs of two batches of noise and takes the second's time:
   * the first loads libraries and is several times slower.
   */
  static StepCost measure(ExperimentSettings settings) {
    MethodBlock block = settings.block(MacroToMicro.PAGE.name());
    MacroToMicroSettings ours = block.as(MacroToMicroSettings.class);
    MacroToMicroSettings.Phases phases = ours.phases();
    int clips =
        2
            * Math.max(
                phases.macro().batch(),
                Math.max(phases.micro().batch(), phases.transfer().batch()));
    LabelledExamples noise = noise(block.preprocess(), clips);
    var method =
        new MacroToMicro(
            ours.with(
                new MacroToMicroSettings.Phases(
                    twoEpochs(phases.macro()),
                    twoEpochs(phases.micro()),
                    twoEpochs(phases.transfer()))),
            block.augmentation(),
            EnumSet.allOf(LossTerm.class),
            true);
    TrainingData data = TrainingData.of(noise, new MacroGuide(noise, List.of(0, 1)));
    Map<Phase, Double> seconds = new EnumMap<>(Phase.class);
    long[] last = {System.nanoTime()};
    SeedPath seed = SeedPath.root(1);
    FitContext context =
        new FitContext(
            seed,
            seed,
            WorkStore.none(),
            (phase, epoch, epochs, losses, norms) -> {
              long now = System.nanoTime();
              seconds.put(phase, (now - last[0]) / 1e9 / clips);
              last[0] = now;
            },
            null,
            EngineStart.resolved(settings.device()));
    method.fit(data, context).close();
    return new StepCost(
        seconds.getOrDefault(Phase.MACRO, 0.0),
        seconds.getOrDefault(Phase.MICRO, 0.0),
        seconds.getOrDefault(Phase.TRANSFER, 0.0));
  }

  private static PhaseSettings twoEpochs(PhaseSettings phase) {
    return new PhaseSettings(
        2, phase.batch(), phase.learningRate(), phase.schedule(), phase.weightDecay());
  }

  private static LabelledExamples noise(PreprocessSettings settings, int clips) {
    List<Example> examples = new ArrayList<>();
    Map<ClipId, PreparedClip> pixels = new HashMap<>();
    int length = PreparedClip.CHANNELS * settings.size() * settings.size() * settings.frames();
    for (int i = 0; i < clips; i++) {
      ClipId id = ClipId.of("noise", "s", "c" + i);
      examples.add(new Example(id, i % 2));
      RandomGenerator random = SeedPath.root(1).child(id.toString()).random();
      float[] values = new float[length];
      for (int k = 0; k < length; k++) {
        values[k] = random.nextFloat();
      }
      pixels.put(
          id,
          new PreparedClip(
              id,
              settings.input(),
              settings.frames(),
              settings.size(),
              settings.size(),
              settings.frames() / 2,
              values));
    }
    return new LabelledExamples(
        examples,
        List.of("a", "b"),
        id -> {
          PreparedClip clip = pixels.get(id);
          if (clip == null) {
            throw new IllegalArgumentException("no noise clip " + id);
          }
          return clip;
        },
        "noise");
  }
}
