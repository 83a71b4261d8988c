package org.macro2micro.method.proposed;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.macro2micro.loss.ContrastDomains;
import org.macro2micro.loss.GeneralLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.EpochJudge;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.KeptEpoch;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.Method;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.TrainingData;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Phase;

/**
 * The paper's method: B. Xia and S. Wang, "Micro-Expression Recognition Enhanced by
 * Macro-Expression from Spatial-Temporal Domain", IJCAI 2021. Phase 1 trains MaNet, phase 2 MiNet,
 * phase 3 lets MaNet guide MiNet. The row L_c of the paper's tables is the result of phase 2; every
 * other row goes on from it. Pieces that rows and folds share are kept in the work store.
 */
public final class MacroToMicro implements Method {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "macro-to-micro",
          "ours",
          "MiNet (ResNet18 on the apex frame and on all frames, fused) guided by MaNet: domain discriminators behind gradient reversal, sampling-interval classifier, contrastive term",
          "Xia and Wang, IJCAI 2021, section 2 and Eq. 1 to 8",
          Needs.anything().withApex().withMacro(),
          "whatever the paper does not say is a setting with a default of ours: see the comments of its block",
          block -> {
            MacroToMicroSettings own = block.as(MacroToMicroSettings.class);
            return new MacroToMicro(
                own,
                block.augmentation(),
                EnumSet.of(LossTerm.CLASSIFICATION),
                false,
                ContrastDomains.BOTH,
                new InitialWeights(own.init().weights(), own.init().trunks()),
                new AtomicReference<>());
          });

  /** The terms that can do without macro clips. */
  private static final Set<LossTerm> MICRO_TERMS =
      Collections.unmodifiableSet(EnumSet.of(LossTerm.CLASSIFICATION, LossTerm.CONTRASTIVE));

  private final MacroToMicroSettings settings;
  private final Augmentation augmentation;
  private final Set<LossTerm> terms;
  private final boolean transfer;
  private final ContrastDomains contrast;
  private final InitialWeights initial;
  private final AtomicReference<@Nullable KeptMaps> lastMaps;

  /**
   * @param settings all choices
   * @param augmentation of micro clips in phases 2 and 3, of macro clips in phase 1
   * @param terms the row: L_c alone, or L_c and others
   * @param transfer whether phase 3 is carried out; the row L_c of the paper is without
   */
  public MacroToMicro(
      MacroToMicroSettings settings,
      Augmentation augmentation,
      Set<LossTerm> terms,
      boolean transfer) {
    this(settings, augmentation, terms, transfer, null);
  }

  /**
   * @param initial what the trunks of MaNet, and of a MiNet that does not start from it, begin
   *     with; null for random weights
   */
  public MacroToMicro(
      MacroToMicroSettings settings,
      Augmentation augmentation,
      Set<LossTerm> terms,
      boolean transfer,
      @Nullable InitialTrunks initial) {
    this(
        settings,
        augmentation,
        terms,
        transfer,
        ContrastDomains.BOTH,
        InitialWeights.of(initial),
        new AtomicReference<>());
  }

  private MacroToMicro(
      MacroToMicroSettings settings,
      Augmentation augmentation,
      Set<LossTerm> terms,
      boolean transfer,
      ContrastDomains contrast,
      InitialWeights initial,
      AtomicReference<@Nullable KeptMaps> lastMaps) {
    if (!terms.contains(LossTerm.CLASSIFICATION)) {
      throw new IllegalArgumentException(
          "row %s: L_c is missing; every row of the paper has it".formatted(terms));
    }
    if (contrast == ContrastDomains.MICRO && !MICRO_TERMS.containsAll(terms)) {
      throw new IllegalArgumentException(
          "row %s with the contrast over micro clips alone: expected no term but %s, as the others need macro clips"
              .formatted(terms, MICRO_TERMS));
    }
    this.settings = settings;
    this.augmentation = augmentation;
    this.terms = Set.copyOf(terms);
    this.transfer = transfer;
    this.contrast = contrast;
    this.initial = initial;
    this.lastMaps = lastMaps;
  }

  /** Another row of the same table; MaNet's maps are computed once for both. */
  public MacroToMicro row(Set<LossTerm> otherTerms, boolean transferred) {
    return row(otherTerms, transferred, ContrastDomains.BOTH);
  }

  /**
   * Another row of the same table.
   *
   * @param domains whose clips L_con sees. With micro clips alone, none of the terms may be one
   *     that sees macro clips (L_s, L_sam, L_t); MaNet's maps are not computed, and unless MiNet
   *     starts from MaNet, the row is not guided
   */
  public MacroToMicro row(Set<LossTerm> otherTerms, boolean transferred, ContrastDomains domains) {
    return new MacroToMicro(
        settings, augmentation, otherTerms, transferred, domains, initial, lastMaps);
  }

  /** Epochs of phase 1, which all rows and folds of a run share. */
  public int macroEpochs() {
    return settings.phases().macro().epochs();
  }

  /** {@inheritDoc} Phase 2 is shared by all rows of a fold; phase 1, by all folds, is not told. */
  @Override
  public SortedMap<String, Integer> epochs() {
    SortedMap<String, Integer> epochs = new TreeMap<>();
    epochs.put("micro", settings.phases().micro().epochs());
    if (transfer) {
      epochs.put(
          "transfer %s %s".formatted(terms.stream().sorted().toList(), contrast),
          settings.phases().transfer().epochs());
    }
    return epochs;
  }

  @Override
  public boolean isGuided() {
    boolean learnsFromMacro = transfer && contrast == ContrastDomains.BOTH;
    return learnsFromMacro || settings.init().from() == MacroToMicroSettings.Start.MANET;
  }

  @Override
  public boolean isExportable() {
    return true;
  }

  @Override
  public SortedMap<String, String> files() {
    SortedMap<String, String> digests = new TreeMap<>();
    initial.load().ifPresent(trunks -> digests.put("init.weights", trunks.weights().digest()));
    return digests;
  }

  @Override
  public TrainedModel train(TrainingData data, FitContext context) {
    byte[] weights = miNet(data, context);
    if (transfer) {
      weights = transferred(weights, data, context);
    }
    return new TrainedModel(weights, data.micro().labels());
  }

  @Override
  public Recognizer open(TrainedModel model, ComputeDevice device) {
    List<String> labels = model.labels();
    return new TwoStreamRecognizer(
        TwoStreamWeights.of(device, model.weights(), settings.network(), labels.size()),
        labels,
        transfer,
        settings.network().sampling());
  }

  /**
   * Phase 1 alone: MaNet as a recogniser of macro-expressions, for its own held-out accuracy.
   *
   * @param data with macro clips
   */
  public Recognizer maNet(TrainingData data, FitContext context) {
    return new TwoStreamRecognizer(
        loadMaNet(data, context), macro(data).labels(), false, settings.network().sampling());
  }

  private byte[] macroWeights(LabelledExamples macro, FitContext context) {
    SeedPath seed = context.runSeed().child("macro");
    String key =
        "macro|%s|%s|%s|%s|%s|%s"
            .formatted(
                initialKey(),
                settings.network(),
                settings.phases().macro(),
                augmentation,
                seed.path(),
                macro.key());
    return context
        .work()
        .once(
            Phase.MACRO,
            key,
            () -> {
              try (LoadedNetwork<TwoStreamNetwork> network =
                  TwoStreamWeights.random(
                      context.device(), settings.network(), macro.labels().size(), seed)) {
                startFromFile(network);
                new TwoStreamTraining(Phase.MACRO, network, clips(macro), settings)
                    .run(seed, context.listener());
                return network.weights();
              }
            });
  }

  private byte[] miNet(TrainingData data, FitContext context) {
    LabelledExamples micro = data.micro();
    SeedPath seed = context.foldSeed().child("micro");
    boolean fromMaNet = settings.init().from() == MacroToMicroSettings.Start.MANET;
    String key =
        "micro|%s|%s|%s|%s|%s|%s|%s|%s"
            .formatted(
                initialKey(),
                settings.network(),
                settings.phases().micro(),
                augmentation,
                settings.init().from(),
                seed.path(),
                micro.key(),
                fromMaNet ? settings.phases().macro() + macro(data).key() : "");
    return context
        .work()
        .once(
            Phase.MICRO,
            key + judged(context),
            () -> {
              try (LoadedNetwork<TwoStreamNetwork> network =
                  TwoStreamWeights.random(
                      context.device(), settings.network(), micro.labels().size(), seed)) {
                if (fromMaNet) {
                  try (LoadedNetwork<TwoStreamNetwork> maNet = loadMaNet(data, context)) {
                    TwoStreamWeights.copyTrunks(maNet.network(), network.network());
                  }
                } else {
                  startFromFile(network);
                }
                KeptEpoch kept = kept(network, micro, false, context);
                new TwoStreamTraining(Phase.MICRO, network, clips(micro), settings).run(seed, kept);
                return kept.weights();
              }
            });
  }

  private String initialKey() {
    return initial.load().map(InitialTrunks::key).orElse("random");
  }

  private void startFromFile(LoadedNetwork<TwoStreamNetwork> network) {
    initial.load().ifPresent(trunks -> TwoStreamWeights.copyTrunks(trunks, network));
  }

  private static String judged(FitContext context) {
    EpochJudge judge = context.judge();
    return judge == null ? "" : "|" + judge.key();
  }

  private KeptEpoch kept(
      LoadedNetwork<TwoStreamNetwork> network,
      LabelledExamples micro,
      boolean aggregated,
      FitContext context) {
    return new KeptEpoch(
        context,
        network::weights,
        new TwoStreamRecognizer(
            network, micro.labels(), aggregated, settings.network().sampling()));
  }

  private byte[] transferred(byte[] start, TrainingData data, FitContext context) {
    LabelledExamples micro = data.micro();
    SeedPath seed = context.foldSeed().child("transfer");
    GeneralLoss loss = settings.transfer().generalLoss(terms);
    try (MacroMaps maps = maps(data, context);
        LoadedNetwork<TwoStreamNetwork> network =
            TwoStreamWeights.of(
                context.device(), start, settings.network(), micro.labels().size())) {
      KeptEpoch kept = kept(network, micro, true, context);
      new Transfer(settings, network, clips(micro), maps, loss).run(seed, kept);
      return kept.weights();
    }
  }

  private MacroMaps maps(TrainingData data, FitContext context) {
    if (!isGuided()) {
      return NoMaps.ofNobody();
    }
    MacroGuide guide = guide(data);
    boolean keep = settings.transfer().unmatched() == TransferSettings.Unmatched.NEGATIVES;
    if (contrast == ContrastDomains.MICRO) {
      return new NoMaps(GuidingClips.of(guide, keep));
    }
    if (settings.transfer().trainMacro()) {
      return new MovingMaps(
          GuidingClips.of(guide, keep),
          clips(guide.examples()),
          loadMaNet(data, context),
          settings.transfer().statistics() == TransferSettings.Statistics.BATCH);
    }
    // A frozen MaNet's maps depend on no fold: those of the last macro examples are kept.
    String key = guide.key() + context.runSeed();
    KeptMaps kept = lastMaps.get();
    if (kept != null && kept.key.equals(key)) {
      return kept.maps;
    }
    try (LoadedNetwork<TwoStreamNetwork> maNet = loadMaNet(data, context)) {
      FrozenMaps maps = FrozenMaps.of(maNet, guide.examples(), GuidingClips.of(guide, keep));
      lastMaps.set(new KeptMaps(key, maps));
      return maps;
    }
  }

  private record KeptMaps(String key, FrozenMaps maps) {}

  private LoadedNetwork<TwoStreamNetwork> loadMaNet(TrainingData data, FitContext context) {
    LabelledExamples macro = macro(data);
    return TwoStreamWeights.of(
        context.device(), macroWeights(macro, context), settings.network(), macro.labels().size());
  }

  private static MacroGuide guide(TrainingData data) {
    return data.requireGuide(PAGE.name());
  }

  private static LabelledExamples macro(TrainingData data) {
    return guide(data).examples();
  }

  private TrainingClips clips(LabelledExamples examples) {
    return new TrainingClips(examples, augmentation);
  }
}
