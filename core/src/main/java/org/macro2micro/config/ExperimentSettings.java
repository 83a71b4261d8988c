package org.macro2micro.config;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macro2micro.catalog.Methods;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.MethodBlock;
import org.macro2micro.method.MethodPage;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.PreprocessSettings;

/**
 * The settings of one experiment. Every component is documented where defaults.yaml declares it.
 *
 * @param title heading of its report
 * @param seed root of all its seeds
 * @param micro the database of which one subject at a time is held out
 * @param macro the database that guides
 * @param preprocess from files to pixels, where a method's block does not say otherwise
 * @param augmentation of training clips, for the methods that take one
 * @param methods each method's block, by the method's name
 * @param rows rows of the table, the baseline first: terms of Eq. 8, or other methods by name
 * @param selection which epoch's model is tested
 * @param validationShare share of a fold's training subjects that judge the epochs under inner
 *     validation, above 0 to 1
 * @param device where networks compute
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
    @JsonDeserialize(using = MethodBlocks.AsTheyAre.class)
        Map<String, ? extends MethodBlock> methods,
    List<Row> rows,
    ModelSelection selection,
    double validationShare,
    ComputeDevice device,
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

  public ExperimentSettings {
    rows = List.copyOf(rows);
    methods = Map.copyOf(methods);
    if (rows.isEmpty() || Set.copyOf(rows).size() != rows.size()) {
      throw new IllegalArgumentException(
          "rows: found %s, expected at least one, each once, such as %s"
              .formatted(rows, List.of(Row.L_C, Row.ALL_TERMS)));
    }
    rows.forEach(ExperimentSettings::pageOf);
    if (!(macro.heldOutShare() >= 0 && macro.heldOutShare() <= .9)) {
      throw new IllegalArgumentException(
          "macro.held-out-share: found %s, expected 0 to .9".formatted(macro.heldOutShare()));
    }
    share("micro.training-share", micro.trainingShare());
    share("validation-share", validationShare);
    share("macro.until", macro.until());
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

  /**
   * The block of a method.
   *
   * @throws IllegalArgumentException if there is no method of this name
   */
  public MethodBlock block(String method) {
    MethodBlock block = methods.get(method);
    if (block == null) {
      throw new IllegalArgumentException(
          "methods: found no block \"%s\"; known: %s".formatted(method, methods.keySet()));
    }
    return block;
  }

  /**
   * The method that a row belongs to.
   *
   * @throws IllegalArgumentException if it names none of this product's
   */
  public static MethodPage pageOf(Row row) {
    Optional<String> name = row.method();
    return name.isEmpty()
        ? Methods.MACRO_TO_MICRO.page()
        : Methods.named(name.get())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "rows: row \"%s\": expected %s; or one of the other methods: %s"
                            .formatted(row, Row.expectedTerms(), Methods.rowNames())))
            .page();
  }

  /** The block of the method that a row belongs to. */
  public MethodBlock blockOf(Row row) {
    return block(pageOf(row).name());
  }
}
