package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.loss.MixedDomainLoss;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.deep.ClipArrays;
import org.macro2micro.nn.GradientReversal;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SeededDropout;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batch;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.Phase;
import org.macro2micro.train.StepRule;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainListener;
import org.macro2micro.train.TrainLoop;

/**
 * One training of {@link Emr}: three heads classify, and the domains are confused.
 *
 * @param loaded trained in place
 * @param view how the network takes clips
 * @param domains which clips are macro clips
 * @param clips those of both domains, varied
 */
record EmrTraining(
    LoadedNetwork<Emr> loaded,
    ClipView view,
    Emr.Settings settings,
    BothDomains domains,
    TrainingClips clips) {
  void run(SeedPath seed, TrainListener listener) {
    Block discriminator = Emr.discriminator();
    SeededWeights.TORCHVISION.initialize(
        discriminator, loaded.manager(), seed.child("discriminator"), Emr.regionShape());
    List<Block> networks = new ArrayList<>(loaded.network().parts());
    List<Double> rates = new ArrayList<>(Collections.nCopies(networks.size(), 1.));
    rates.set(0, settings.trunkRate());
    if (confuses()) {
      networks.add(discriminator);
      rates.add(1.);
    }
    TrainLoop loop =
        new TrainLoop(
            Phase.SINGLE,
            settings.training(),
            networks,
            new StepRule(settings.gradientLimit(), rates));
    int steps = loop.steps(clips.size());
    try (ClipArrays arrays = new ClipArrays(loaded.manager(), view, clips)) {
      loop.run(
          loaded.manager(),
          clips.size(),
          batch -> terms(batch, arrays, discriminator, steps),
          seed,
          listener);
    }
  }

  private boolean confuses() {
    return settings.domainWeight() > 0 && domains.hasMacro();
  }

  private StepTerms terms(Batch batch, ClipArrays arrays, Block discriminator, int steps) {
    ParameterStore store = new ParameterStore(batch.manager(), false);
    PairList<String, Object> params = SeededDropout.params(batch.seed());
    Emr.Heads heads = loaded.network().heads(store, arrays.of(batch), true, params);
    NDArray labels = arrays.labels(batch);
    WeightedTerms terms = new WeightedTerms(batch);
    terms.add("c", ClassificationLoss.of(heads.both(), labels), 1);
    terms.add("top", ClassificationLoss.of(heads.top(), labels), 1);
    terms.add("bottom", ClassificationLoss.of(heads.bottom(), labels), 1);
    if (confuses()) {
      NDArray hidden = GradientReversal.reverse(heads.regions(), lambda(batch.progress() * steps));
      NDArray scores =
          discriminator
              .forward(store, new NDList(hidden), true, params)
              .singletonOrThrow()
              .flatten();
      terms.add(
          "domain", MixedDomainLoss.of(scores, domains.domains(batch)), settings.domainWeight());
    }
    return terms.sum();
  }

  /** The strength of the reversal after so many steps of the fold. */
  double lambda(double step) {
    return GradientReversal.Schedule.RAMP.lambda(step / settings.ramp());
  }
}
