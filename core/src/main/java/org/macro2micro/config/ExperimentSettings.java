package org.macro2micro.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macro2micro.catalog.DeepChoices;
import org.macro2micro.catalog.HandcraftedChoices;
import org.macro2micro.catalog.MethodSettings;
import org.macro2micro.catalog.Methods;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Row;
import org.macro2micro.loss.ContrastiveLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.proposed.InitialTrunks;
import org.macro2micro.method.proposed.MacroToMicroSettings;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.nn.GradientReversal;
import org.macro2micro.nn.ResNet18;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.train.PhaseSettings;

/**
 * One experiment. Every component is documented where defaults.yaml declares it.
 *
 * @param title heading of its report
 * @param seed root of all its seeds
 * @param micro the database of which one subject at a time is held out
 * @param macro the database that guides
 * @param preprocess from files to pixels, the same for both
 * @param augmentation of training clips
 * @param network shape of MiNet and MaNet
 * @param init what the trunks start from
 * @param phases epochs and steps of each phase
 * @param transfer the method's choices in phase 3
 * @param handcrafted parameters of the handcrafted methods
 * @param deep how the published networks are trained
 * @param rows rows of the table, the baseline first: terms of Eq. 8, or other methods by name
 * @param selection which epoch's model is tested
 * @param validationShare share of a fold's training subjects that judge the epochs under inner
 *     validation, above 0 to 1
 * @param gradientNormsEvery epochs between measurements; 0 for never
 * @param memoryMib bound on prepared clips held in memory
 * @param cache folder of prepared clips; null for one inside the run's folder
 * @param work folder in which trained pieces are kept for other runs; null for one inside the run's
 *     folder, where a fold's pieces go once its rows are done
 * @param keepModels whether the trained MiNet of each row and fold is kept in the run's folder
 */
public record ExperimentSettings(
    String title,
    long seed,
    MicroSource micro,
    MacroSource macro,
    PreprocessSettings preprocess,
    Augmentation augmentation,
    TwoStreamSettings network,
    InitChoices init,
    Phases phases,
    TransferChoices transfer,
    HandcraftedChoices handcrafted,
    DeepChoices deep,
    List<Row> rows,
    ModelSelection selection,
    double validationShare,
    int gradientNormsEvery,
    int memoryMib,
    @Nullable Path cache,
    @Nullable Path work,
    boolean keepModels) {

  /**
   * The micro-expressions.
   *
   * @param database name in the catalog
   * @param root the folder; null if {@code lab} says how to generate it
   * @param scheme name in the catalog
   * @param lab how to generate it; null if {@code root} names it
   * @param trainingShare share of each fold's training clips of each class, above 0 to 1
   */
  public record MicroSource(
      String database,
      @Nullable Path root,
      String scheme,
      @Nullable LabSource lab,
      double trainingShare) {}

  /**
   * The macro-expressions.
   *
   * @param database name in the catalog
   * @param root the folder; null if {@code lab} says how to generate it
   * @param lab how to generate it; null if {@code root} names it
   * @param until share of the way from onset to apex that is shown, above 0 to 1
   * @param heldOutShare share of the subjects kept from MaNet to measure its accuracy, 0 to .9
   */
  public record MacroSource(
      String database,
      @Nullable Path root,
      @Nullable LabSource lab,
      double until,
      double heldOutShare) {}

  /**
   * A database to generate.
   *
   * @param subjects people
   * @param clips clips of each
   * @param frames frames of each clip
   * @param size width and height of a frame in pixels; faces fill it
   */
  public record LabSource(int subjects, int clips, int frames, int size) {}

  /**
   * What the trunks start from.
   *
   * @param from what MiNet's trunks start from in phase 2
   * @param weights torchvision's ResNet18 as safetensors; null for random weights
   * @param trunks which trunks take those weights
   */
  public record InitChoices(
      MacroToMicroSettings.Start from, @Nullable Path weights, InitialTrunks.Trunks trunks) {}

  /**
   * The three phases.
   *
   * @param macro 1: MaNet
   * @param micro 2: MiNet
   * @param transfer 3: MiNet guided by MaNet
   */
  public record Phases(PhaseSettings macro, PhaseSettings micro, PhaseSettings transfer) {}

  /**
   * The choices of the transfer.
   *
   * @param weights coefficients of Eq. 8 by symbol
   * @param contrastive temperature and reduction of L_con
   * @param reversal how lambda of the gradient reversal goes
   * @param unmatched what becomes of macro clips without counterpart
   * @param macroDraw how the macro clips of a step are drawn
   * @param statistics what MiNet's normalisation uses in phase 3
   */
  public record TransferChoices(
      Map<String, Double> weights,
      ContrastiveLoss contrastive,
      GradientReversal.Schedule reversal,
      MacroToMicroSettings.Unmatched unmatched,
      MacroToMicroSettings.MacroDraw macroDraw,
      MacroToMicroSettings.Statistics statistics) {}

  public ExperimentSettings {
    rows = List.copyOf(rows);
    if (rows.isEmpty() || Set.copyOf(rows).size() != rows.size()) {
      throw new IllegalArgumentException(
          "rows: found %s, expected at least one, each once, such as %s"
              .formatted(rows, List.of(Row.L_C, Row.ALL_TERMS)));
    }
    for (Row row : rows) {
      if (!row.isOfTerms() && row.method().flatMap(Methods::named).isEmpty()) {
        throw new IllegalArgumentException(
            "rows: row \"%s\": expected %s; or one of the other methods: %s"
                .formatted(row, Row.expectedTerms(), Methods.rowNames()));
      }
    }
    if (!(macro.heldOutShare() >= 0 && macro.heldOutShare() <= .9)) {
      throw new IllegalArgumentException(
          "macro.held-out-share: found %s, expected 0 to .9".formatted(macro.heldOutShare()));
    }
    share("micro.training-share", micro.trainingShare());
    share("validation-share", validationShare);
    share("macro.until", macro.until());
    if (init.weights() != null && network.width() != ResNet18.PAPER_WIDTH) {
      throw new IllegalArgumentException(
          "init.weights: found %s with network.width %d, but torchvision's ResNet18 fits %d only; set network.width=%d or leave init.weights out"
              .formatted(
                  init.weights(), network.width(), ResNet18.PAPER_WIDTH, ResNet18.PAPER_WIDTH));
    }
    if (memoryMib < 1) {
      throw new IllegalArgumentException(
          "memory-mib: found %d, expected 1 or more".formatted(memoryMib));
    }
  }

  private static void share(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "%s: found %s, expected more than 0, at most 1".formatted(name, value));
    }
  }

  /** Whether any row learns from macro-expressions. */
  public boolean needsMacro() {
    boolean startsFromMaNet = init.from() == MacroToMicroSettings.Start.MANET;
    return rows.stream()
        .anyMatch(row -> row.isTransferred() || (row.isOfTerms() && startsFromMaNet));
  }

  /** The settings of the methods other than macro-to-micro. */
  public MethodSettings otherMethods() {
    return new MethodSettings(handcrafted, deep, preprocess.size(), augmentation);
  }

  /** The settings of macro-to-micro. */
  public MacroToMicroSettings method() {
    Map<LossTerm, Double> weights = new java.util.EnumMap<>(LossTerm.class);
    transfer
        .weights()
        .forEach(
            (symbol, weight) ->
                weights.put(
                    LossTerm.bySymbol(symbol)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "transfer.weights: unknown term \"%s\"; known: c, s, sam, t, con"
                                        .formatted(symbol))),
                    weight));
    return new MacroToMicroSettings(
        network,
        phases.macro(),
        phases.micro(),
        phases.transfer(),
        init.from(),
        weights,
        transfer.contrastive(),
        transfer.reversal(),
        transfer.unmatched(),
        transfer.macroDraw(),
        transfer.statistics(),
        augmentation,
        gradientNormsEvery);
  }
}
