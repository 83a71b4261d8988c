package org.macro2micro.method.proposed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.loss.GeneralLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.loss.SamplingIntervalLoss;
import org.macro2micro.loss.SpatialDomainLoss;
import org.macro2micro.loss.TemporalDomainLoss;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.model.DomainDiscriminator;
import org.macro2micro.model.IntervalSampling;
import org.macro2micro.model.RelationClassifier;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.nn.GlobalAveragePool;
import org.macro2micro.nn.GradientReversal;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.ClipBatch;
import org.macro2micro.train.Phase;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainListener;
import org.macro2micro.train.TrainLoop;

/**
 * Phase 3: MiNet, the discriminators D_s and D_t and the relation classifier C_s are updated by Eq.
 * 8, guided by the maps of the frozen MaNet. Wires reversal -&gt; discriminator -&gt; loss.
 */
final class Transfer {
  private final MacroToMicroSettings settings;
  private final LoadedNetwork<TwoStreamNetwork> miNet;
  private final MacroFeatures guide;
  private final LabelledExamples micro;
  private final GeneralLoss loss;
  private final IntervalSampling sampling;
  private final DomainDiscriminator spatialDiscriminator;
  private final DomainDiscriminator temporalDiscriminator;
  private final RelationClassifier relationClassifier;

  /**
   * @param miNet after phase 2; trained on in place
   * @param guide maps of MaNet
   * @param micro the fold's training clips
   * @param loss Eq. 8 with the terms of the row
   */
  Transfer(
      MacroToMicroSettings settings,
      LoadedNetwork<TwoStreamNetwork> miNet,
      MacroFeatures guide,
      LabelledExamples micro,
      GeneralLoss loss,
      SeedPath seed) {
    this.settings = settings;
    this.miNet = miNet;
    this.guide = guide;
    this.micro = micro;
    this.loss = loss;
    sampling = settings.network().sampling();
    int channels = settings.network().discriminatorChannels();
    spatialDiscriminator = DomainDiscriminator.ofWidth(channels);
    temporalDiscriminator = DomainDiscriminator.ofWidth(channels);
    relationClassifier = RelationClassifier.ofWidth(channels, sampling.count());
    TwoStreamWeights.initialize(
        spatialDiscriminator.head(), miNet, seed.child("spatial discriminator"));
    TwoStreamWeights.initialize(
        temporalDiscriminator.head(), miNet, seed.child("temporal discriminator"));
    TwoStreamWeights.initialize(
        relationClassifier.head(), miNet, seed.child("relation classifier"));
  }

  void run(SeedPath seed, TrainListener listener) {
    new TrainLoop(
            Phase.TRANSFER,
            settings.transfer(),
            miNet.network(),
            heads(),
            settings.gradientNormsEvery())
        .run(miNet.manager(), micro.examples().size(), this::terms, seed, listener);
  }

  private List<Block> heads() {
    List<Block> heads = new ArrayList<>();
    if (loss.has(LossTerm.SPATIAL_DOMAIN)) {
      heads.add(spatialDiscriminator.head());
    }
    if (loss.has(LossTerm.TEMPORAL_DOMAIN)) {
      heads.add(temporalDiscriminator.head());
    }
    if (loss.has(LossTerm.SAMPLING_INTERVAL)) {
      heads.add(relationClassifier.head());
    }
    return heads;
  }

  private StepTerms terms(NDManager manager, int[] batch, SeedPath seed, double progress) {
    TwoStreamNetwork network = miNet.network();
    boolean batchStatistics = settings.statistics() == MacroToMicroSettings.Statistics.BATCH;
    ClipBatch clips = TwoStreamTraining.clips(manager, micro, batch, settings.augmentation(), seed);
    NDArray labels = manager.create(TwoStreamTraining.labels(micro, batch));
    StreamFeatures mi = network.features(clips.apex(), clips.frames(), batchStatistics);

    RandomGenerator random = seed.child("macro").random();
    int[] macro = guide.draw(settings.draw(), batch.length, random);
    StreamFeatures ma = guide.batch(manager, macro);

    int frames = (int) mi.frameMaps().getShape().get(1);
    List<NDArray> miRates = sampling.sample(mi.frameMaps(), sampling.randomOffsets(frames, random));
    List<NDArray> maRates = sampling.sample(ma.frameMaps(), sampling.randomOffsets(frames, random));
    NDArray zMi = network.fuse(mi, GlobalAveragePool.of(IntervalSampling.aggregate(miRates)));
    NDArray zMa = network.fuse(ma, GlobalAveragePool.of(IntervalSampling.aggregate(maRates)));

    double lambda = settings.reversal().lambda(progress);
    Map<LossTerm, NDArray> terms = new EnumMap<>(LossTerm.class);
    if (loss.has(LossTerm.CLASSIFICATION)) {
      NDArray scores = network.classify(zMi, true);
      terms.put(LossTerm.CLASSIFICATION, ClassificationLoss.of(scores, labels));
    }
    if (loss.has(LossTerm.SPATIAL_DOMAIN)) {
      NDArray reversed = GradientReversal.reverse(mi.apexMap(), lambda);
      NDArray scores = spatialDiscriminator.score(reversed.concat(ma.apexMap(), 0));
      terms.put(LossTerm.SPATIAL_DOMAIN, SpatialDomainLoss.of(head(scores), tail(scores)));
    }
    if (loss.has(LossTerm.TEMPORAL_DOMAIN)) {
      NDArray reversed = GradientReversal.reverse(together(miRates), lambda);
      NDArray scores = temporalDiscriminator.score(reversed.concat(together(maRates), 0));
      terms.put(LossTerm.TEMPORAL_DOMAIN, TemporalDomainLoss.of(head(scores), tail(scores)));
    }
    if (loss.has(LossTerm.SAMPLING_INTERVAL)) {
      NDArray scores = relationClassifier.score(together(miRates).concat(together(maRates), 0));
      NDArray intervals = manager.create(intervals(batch.length));
      terms.put(LossTerm.SAMPLING_INTERVAL, SamplingIntervalLoss.of(scores, intervals));
    }
    if (loss.has(LossTerm.CONTRASTIVE)) {
      NDArray macroLabels = guide.labels(manager, macro);
      terms.put(LossTerm.CONTRASTIVE, settings.contrastive().of(zMi, labels, zMa, macroLabels));
    }
    return TwoStreamTraining.terms(loss, terms);
  }

  /** All intervals' maps in one batch: s_c times [n,c,h,w] -&gt; [s_c*n,c,h,w]. */
  private static NDArray together(List<NDArray> rates) {
    return NDArrays.concat(new NDList(rates), 0);
  }

  /** The interval numbers that belong to the concatenated maps of both domains. */
  private long[] intervals(int clips) {
    long[] intervals = new long[2 * clips * sampling.count()];
    for (int i = 0; i < intervals.length; i++) {
      intervals[i] = i / clips % sampling.count();
    }
    return intervals;
  }

  private static NDArray head(NDArray scores) {
    return scores.get(new NDIndex().addSliceDim(0, scores.size() / 2));
  }

  private static NDArray tail(NDArray scores) {
    return scores.get(new NDIndex().addSliceDim(scores.size() / 2, scores.size()));
  }
}
