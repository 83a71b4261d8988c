package org.macro2micro.method.proposed;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.loss.GeneralLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batch;
import org.macro2micro.train.BatchOrder;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.Phase;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainListener;
import org.macro2micro.train.TrainLoop;

/**
 * Phases 1 and 2: a two-stream network by Eq. 1 alone. MaNet and MiNet are trained alike.
 *
 * @param phase the first or the second
 * @param loaded trained in place
 * @param clips its training clips
 */
record TwoStreamTraining(
    Phase phase,
    LoadedNetwork<TwoStreamNetwork> loaded,
    TrainingClips clips,
    MacroToMicroSettings settings) {
  private static final GeneralLoss EQ_1 = new GeneralLoss(Map.of(LossTerm.CLASSIFICATION, 1.0));

  void run(SeedPath seed, TrainListener listener) {
    new TrainLoop(
            phase,
            settings.phases().of(phase),
            List.of(loaded.network()),
            BatchOrder.SHUFFLED,
            settings.gradientNormsEvery())
        .run(loaded.manager(), clips.size(), this::terms, seed, listener);
  }

  private StepTerms terms(Batch batch) {
    TwoStreamNetwork network = loaded.network();
    ClipView view = network.view();
    StreamFeatures features = network.features(view.of(batch.manager(), clips.clips(batch)), true);
    NDArray z = network.fuse(features, network.meanVideoFeature(features));
    NDArray loss = ClassificationLoss.of(network.classify(z, true), clips.labels(batch));
    return terms(EQ_1, Map.of(LossTerm.CLASSIFICATION, loss));
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
