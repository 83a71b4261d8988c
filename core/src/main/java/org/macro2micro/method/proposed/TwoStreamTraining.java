package org.macro2micro.method.proposed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.loss.GeneralLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.ClipBatch;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainListener;
import org.macro2micro.train.TrainLoop;

/** Phases 1 and 2: a two-stream network by Eq. 1 alone. MaNet and MiNet are trained alike. */
final class TwoStreamTraining {
  private TwoStreamTraining() {}

  /**
   * @param phase the first or the second
   * @param network trained in place
   * @param examples its training clips
   */
  static void run(
      Phase phase,
      LoadedNetwork<TwoStreamNetwork> network,
      LabelledExamples examples,
      PhaseSettings settings,
      MacroToMicroSettings all,
      SeedPath seed,
      TrainListener listener) {
    GeneralLoss loss = new GeneralLoss(Map.of(LossTerm.CLASSIFICATION, 1.0));
    new TrainLoop(phase, settings, network.network(), List.of(), all.gradientNormsEvery())
        .run(
            network.manager(),
            examples.examples().size(),
            (manager, batch, stepSeed, progress) -> {
              ClipBatch clips = clips(manager, examples, batch, all.augmentation(), stepSeed);
              StreamFeatures features =
                  network.network().features(clips.apex(), clips.frames(), true);
              NDArray z =
                  network.network().fuse(features, network.network().meanVideoFeature(features));
              NDArray scores = network.network().classify(z, true);
              NDArray labels = manager.create(labels(examples, batch));
              return terms(
                  loss, Map.of(LossTerm.CLASSIFICATION, ClassificationLoss.of(scores, labels)));
            },
            seed,
            listener);
  }

  /** The batch's clips, each moved and mirrored by a seed of its own name. */
  static ClipBatch clips(
      NDManager manager,
      LabelledExamples examples,
      int[] batch,
      Augmentation augmentation,
      SeedPath seed) {
    List<PreparedClip> clips = new ArrayList<>();
    for (int position : batch) {
      PreparedClip clip = examples.pixels().of(examples.examples().get(position).id());
      clips.add(augmentation.apply(clip, seed.child(clip.id().toString()).random()));
    }
    return ClipBatch.of(manager, clips);
  }

  static long[] labels(LabelledExamples examples, int[] batch) {
    long[] labels = new long[batch.length];
    for (int i = 0; i < batch.length; i++) {
      labels[i] = examples.examples().get(batch[i]).label();
    }
    return labels;
  }

  static StepTerms terms(GeneralLoss loss, Map<LossTerm, NDArray> values) {
    TreeMap<String, NDArray> plain = new TreeMap<>();
    TreeMap<String, NDArray> weighted = new TreeMap<>();
    values.forEach(
        (term, value) -> {
          plain.put(term.symbol(), value);
          weighted.put(term.symbol(), loss.weighted(term, value));
        });
    return new StepTerms(plain, weighted, loss.of(values));
  }
}
