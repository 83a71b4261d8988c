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
import org.macro2micro.loss.ContrastiveLoss;
import org.macro2micro.loss.GeneralLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.loss.SamplingIntervalLoss;
import org.macro2micro.loss.SpatialDomainLoss;
import org.macro2micro.loss.TemporalDomainLoss;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.model.DomainDiscriminator;
import org.macro2micro.model.IntervalSampling;
import org.macro2micro.model.RelationClassifier;
import org.macro2micro.model.StreamFeatures;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.nn.GlobalAveragePool;
import org.macro2micro.nn.GradientReversal;
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
 * Phase 3: MiNet, the discriminators D_s and D_t and the relation classifier C_s are updated by Eq.
 * 8, guided by the maps of MaNet, which is frozen unless it is trained along. Wires reversal -&gt;
 * discriminator -&gt; loss.
 */
final class Transfer {
  private final MacroToMicroSettings settings;
  private final LoadedNetwork<TwoStreamNetwork> miNet;
  private final TrainingClips micro;
  private final MacroMaps macro;
  private final GeneralLoss loss;
  private final IntervalSampling sampling;
  private final DomainDiscriminator spatialDiscriminator;
  private final DomainDiscriminator temporalDiscriminator;
  private final RelationClassifier relationClassifier;

  /**
   * @param miNet after phase 2; trained on in place
   * @param micro the fold's training clips
   * @param macro MaNet's maps
   * @param loss Eq. 8 with the terms of the row
   */
  Transfer(
      MacroToMicroSettings settings,
      LoadedNetwork<TwoStreamNetwork> miNet,
      TrainingClips micro,
      MacroMaps macro,
      GeneralLoss loss) {
    this.settings = settings;
    this.miNet = miNet;
    this.micro = micro;
    this.macro = macro;
    this.loss = loss;
    sampling = settings.network().sampling();
    int channels = settings.network().discriminatorChannels();
    spatialDiscriminator = DomainDiscriminator.ofWidth(channels);
    temporalDiscriminator = DomainDiscriminator.ofWidth(channels);
    relationClassifier = RelationClassifier.ofWidth(channels, sampling.count());
  }

  void run(SeedPath seed, TrainListener listener) {
    initialize(spatialDiscriminator.head(), seed.child("spatial discriminator"));
    initialize(temporalDiscriminator.head(), seed.child("temporal discriminator"));
    initialize(relationClassifier.head(), seed.child("relation classifier"));
    new TrainLoop(
            Phase.TRANSFER,
            settings.phases().transfer(),
            networks(),
            BatchOrder.SHUFFLED,
            settings.gradientNormsEvery())
        .run(miNet.manager(), micro.size(), this::terms, seed, listener);
  }

  private void initialize(Block head, SeedPath seed) {
    TwoStreamWeights.initialize(head, miNet, seed);
  }

  private List<Block> networks() {
    List<Block> networks = new ArrayList<>(List.of(miNet.network()));
    if (loss.has(LossTerm.SPATIAL_DOMAIN)) {
      networks.add(spatialDiscriminator.head());
    }
    if (loss.has(LossTerm.TEMPORAL_DOMAIN)) {
      networks.add(temporalDiscriminator.head());
    }
    if (loss.has(LossTerm.SAMPLING_INTERVAL)) {
      networks.add(relationClassifier.head());
    }
    networks.addAll(macro.trained());
    return networks;
  }

  private StepTerms terms(Batch batch) {
    NDManager manager = batch.manager();
    TwoStreamNetwork network = miNet.network();
    boolean batchStatistics = settings.transfer().statistics() == TransferSettings.Statistics.BATCH;
    ClipView view = network.view(micro.first());
    NDArray labels = micro.labels(batch);
    StreamFeatures mi = network.features(view.of(manager, micro.clips(batch)), batchStatistics);

    RandomGenerator random = batch.seed().child("macro").random();
    int[] drawn = macro.clips().draw(settings.transfer().macroDraw(), batch.size(), random);
    StreamFeatures ma = macro.of(batch, drawn);

    int frames = (int) mi.frameMaps().getShape().get(1);
    List<NDArray> miRates = sampling.sample(mi.frameMaps(), sampling.randomOffsets(frames, random));
    List<NDArray> maRates = sampling.sample(ma.frameMaps(), sampling.randomOffsets(frames, random));
    NDArray zMi = network.fuse(mi, GlobalAveragePool.of(IntervalSampling.aggregate(miRates)));
    NDArray zMa = network.fuse(ma, GlobalAveragePool.of(IntervalSampling.aggregate(maRates)));

    double lambda = settings.transfer().reversal().lambda(batch.progress());
    Map<LossTerm, NDArray> terms = new EnumMap<>(LossTerm.class);
    if (loss.has(LossTerm.CLASSIFICATION)) {
      NDArray scores = network.classify(zMi, true);
      terms.put(LossTerm.CLASSIFICATION, ClassificationLoss.of(scores, labels));
    }
    if (loss.has(LossTerm.SPATIAL_DOMAIN)) {
      NDArray maps = reversed(mi.apexMap(), ma.apexMap(), lambda);
      NDArray scores = spatialDiscriminator.score(maps);
      terms.put(LossTerm.SPATIAL_DOMAIN, SpatialDomainLoss.of(head(scores), tail(scores)));
    }
    if (loss.has(LossTerm.TEMPORAL_DOMAIN)) {
      NDArray maps = reversed(together(miRates), together(maRates), lambda);
      NDArray scores = temporalDiscriminator.score(maps);
      terms.put(LossTerm.TEMPORAL_DOMAIN, TemporalDomainLoss.of(head(scores), tail(scores)));
    }
    if (loss.has(LossTerm.SAMPLING_INTERVAL)) {
      NDArray scores = relationClassifier.score(together(miRates).concat(together(maRates), 0));
      NDArray intervals = manager.create(intervals(batch.size()));
      terms.put(LossTerm.SAMPLING_INTERVAL, SamplingIntervalLoss.of(scores, intervals));
    }
    if (loss.has(LossTerm.CONTRASTIVE)) {
      NDArray macroLabels = macro.clips().labels(manager, drawn);
      ContrastiveLoss contrastive = settings.transfer().contrastive();
      terms.put(LossTerm.CONTRASTIVE, contrastive.of(zMi, labels, zMa, macroLabels));
    }
    return TwoStreamTraining.terms(loss, terms);
  }

  /** Maps of both domains, reversed for each network that is trained. */
  private NDArray reversed(NDArray mi, NDArray ma, double lambda) {
    NDArray other = macro.trained().isEmpty() ? ma : GradientReversal.reverse(ma, lambda);
    return GradientReversal.reverse(mi, lambda).concat(other, 0);
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
