package org.macro2micro.method.proposed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.macro2micro.loss.ContrastiveLoss;
import org.macro2micro.loss.GeneralLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.loss.TransferStep;
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
  /** Terms behind reversal first: the order decides the last digit of sums of gradients. */
  private static final List<LossTerm> IN_ORDER =
      Arrays.stream(LossTerm.values())
          .sorted(Comparator.comparing(LossTerm::isReversed).reversed())
          .toList();

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
   * @param macro MaNet's maps, or none
   * @param loss Eq. 8 with the terms of the row; L_s, L_sam and L_t need maps of MaNet
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

  /** A head that no term asks gets no gradient. */
  private List<Block> networks() {
    List<Block> networks = new ArrayList<>(List.of(miNet.network()));
    networks.add(spatialDiscriminator.head());
    networks.add(temporalDiscriminator.head());
    networks.add(relationClassifier.head());
    networks.addAll(macro.trained());
    return networks;
  }

  private StepTerms terms(Batch batch) {
    NDManager manager = batch.manager();
    TwoStreamNetwork network = miNet.network();
    boolean batchStatistics = settings.transfer().statistics() == TransferSettings.Statistics.BATCH;
    ClipView view = network.view();
    StreamFeatures mi = network.features(view.of(manager, micro.clips(batch)), batchStatistics);

    RandomGenerator random = batch.seed().child("macro").random();
    int[] drawn = macro.draw(settings.transfer().macroDraw(), batch.size(), random);
    StreamFeatures ma = macro.of(batch, drawn, mi);

    int frames = (int) mi.frameMaps().getShape().get(1);
    List<NDArray> miRates = sampling.sample(mi.frameMaps(), sampling.randomOffsets(frames, random));
    List<NDArray> maRates = sampling.sample(ma.frameMaps(), sampling.randomOffsets(frames, random));
    NDArray zMi = network.fuse(mi, GlobalAveragePool.of(IntervalSampling.aggregate(miRates)));
    NDArray zMa =
        drawn.length == 0
            ? manager.zeros(new Shape(0, zMi.getShape().get(1)))
            : network.fuse(ma, GlobalAveragePool.of(IntervalSampling.aggregate(maRates)));

    Step step = new Step(batch, new Domain(mi, miRates, zMi), new Domain(ma, maRates, zMa), drawn);
    Map<LossTerm, NDArray> terms = new EnumMap<>(LossTerm.class);
    for (LossTerm term : IN_ORDER) {
      if (loss.has(term)) {
        terms.put(term, term.of(step));
      }
    }
    return TwoStreamTraining.terms(loss, terms);
  }

  /** The clips of one domain: maps, those of each sampling interval, fused features z. */
  private record Domain(StreamFeatures maps, List<NDArray> rates, NDArray z) {}

  /** Asks each head when a term needs its scores. */
  private final class Step implements TransferStep {
    private final Batch batch;
    private final Domain mi;
    private final Domain ma;
    private final int[] drawn;
    private final double lambda;

    Step(Batch batch, Domain mi, Domain ma, int[] drawn) {
      this.batch = batch;
      this.mi = mi;
      this.ma = ma;
      this.drawn = drawn;
      lambda = settings.transfer().reversal().lambda(batch.progress());
    }

    @Override
    public NDArray labels() {
      return micro.labels(batch);
    }

    @Override
    public NDArray classScores() {
      return miNet.network().classify(mi.z, true);
    }

    @Override
    public Domains apexDomains() {
      NDArray maps = reversed(mi.maps.apexMap(), ma.maps.apexMap(), lambda);
      return halves(spatialDiscriminator.score(maps));
    }

    @Override
    public Domains rateDomains() {
      NDArray maps = reversed(together(mi.rates), together(ma.rates), lambda);
      return halves(temporalDiscriminator.score(maps));
    }

    @Override
    public NDArray intervalScores() {
      return relationClassifier.score(together(mi.rates).concat(together(ma.rates), 0));
    }

    @Override
    public NDArray intervals() {
      long[] intervals = new long[2 * batch.size() * sampling.count()];
      for (int i = 0; i < intervals.length; i++) {
        intervals[i] = i / batch.size() % sampling.count();
      }
      return batch.manager().create(intervals);
    }

    @Override
    public NDArray microFeatures() {
      return mi.z;
    }

    @Override
    public NDArray macroFeatures() {
      return ma.z;
    }

    @Override
    public NDArray macroLabels() {
      return macro.clips().labels(batch.manager(), drawn);
    }

    @Override
    public ContrastiveLoss contrastive() {
      return settings.transfer().contrastive();
    }
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

  private static TransferStep.Domains halves(NDArray scores) {
    long half = scores.size() / 2;
    return new TransferStep.Domains(
        scores.get(new NDIndex().addSliceDim(0, half)),
        scores.get(new NDIndex().addSliceDim(half, scores.size())));
  }
}
