package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.catalog.Databases;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.experiment.Row;
import org.macro2micro.run.ModelTraining;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model of everybody, for use with predict. */
@Command(
    name = "train",
    description = {
      "Trains one model on all clips, for use with predict on other people.",
      "The model has no score of its own, since nobody is held out; the command run measures what"
          + " such a model can do if it is given the same settings. A training that was stopped goes on"
          + " where it was."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro train --micro casme2=CASME2 --macro ckplus=CKPLUS --out my.safetensors"
    })
final class TrainCommand implements Callable<Integer> {
  private static final String MODEL = ".safetensors";

  private final Terminal terminal;
  private final Optional<Cluster> cluster;

  @ArgGroup(validate = false, order = 1, heading = "%nWhat it learns from:%n")
  private DataOptions data = new DataOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nHow it learns:%n")
  private MethodOptions method = new MethodOptions();

  @Option(
      names = "--out",
      paramLabel = "MODEL.safetensors",
      required = true,
      description =
          "File of the model. MODEL.json beside it holds the settings and the origin. MODEL.work holds"
              + " prepared clips and trained networks, and may be deleted.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The options that say which clips are learned from. */
  static final class DataOptions {
    @Option(
        names = "--micro",
        paramLabel = "DATABASE=DIR",
        description = "Micro-expressions, as in casme2=DIR; see macro2micro data --help.")
    private @Nullable String micro;

    @Option(
        names = "--macro",
        paramLabel = "DATABASE=DIR",
        description = "Macro-expressions that guide the training: ckplus=DIR or mmi=DIR.")
    private @Nullable String macro;

    @Option(
        names = "--experiment",
        paramLabel = "FILE.yaml",
        description = "Experiment file with settings and databases, as run takes it.")
    private @Nullable Path experiment;
  }

  /** The options that say how the model is trained. */
  static final class MethodOptions {
    @Option(
        names = "--row",
        paramLabel = "ROW",
        converter = RowText.class,
        description =
            "Terms of Eq. 8, or the name of another method (default: all terms if --macro is given,"
                + " and otherwise c started from random weights).")
    private @Nullable Row row;

    @Option(
        names = "--set",
        paramLabel = "KEY=VALUE",
        description = "Override a setting, as in --set preprocess.align=eyes; may be repeated.")
    private List<String> assignments = new ArrayList<>();
  }

  TrainCommand(Terminal terminal, Optional<Cluster> cluster) {
    this.terminal = terminal;
    this.cluster = cluster;
  }

  @Override
  public Integer call() throws Exception {
    if (data.micro == null && data.experiment == null) {
      throw new InputException(
          "train: no clips are given; name them with --micro DATABASE=DIR or --experiment FILE.yaml");
    }
    Path weights = weights();
    ExperimentFile file = ExperimentFile.ofRow(row(), data.experiment, settings());
    String name = String.valueOf(weights.getFileName());
    Path work = weights.resolveSibling(name.substring(0, name.length() - MODEL.length()) + ".work");
    requireGuided(file);
    OutputPlace.requireFolder("--out", weights.toAbsolutePath().resolveSibling(".").normalize());
    if (cluster.isPresent()) {
      WholePaths.require(file);
      return send(cluster.get());
    }
    ModelTraining.Outcome outcome =
        Stopping.during(
            terminal,
            work,
            () -> {
              try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
                return new ModelTraining(file, work, progress).write(weights);
              }
            });
    if (json) {
      terminal.out().println(ResultJson.line(outcome));
      return 0;
    }
    terminal
        .out()
        .printf(
            "%s: row %s, %d micro clips of %d people%s; classes %s%n",
            outcome.weights(),
            outcome.row(),
            outcome.clips(),
            outcome.subjects(),
            outcome.macroClips() == 0 ? "" : ", guided by " + outcome.macroClips() + " macro clips",
            String.join(", ", outcome.labels()));
    terminal
        .out()
        .printf(
            "card: %s%nuse it: macro2micro predict %s PATH...%n",
            outcome.card(), ShellWord.of(outcome.weights()));
    return 0;
  }

  /** Has one of the machines train; what it says is printed when it is done. */
  private int send(Cluster machines) throws IOException, InterruptedException {
    List<String> words = SentCommand.given(spec, List.of("--micro", "--macro"));
    if (data.micro != null) {
      words.addAll(List.of("--micro", whole(data.micro)));
    }
    if (data.macro != null) {
      words.addAll(List.of("--macro", whole(data.macro)));
    }
    int[] code = {0};
    machines.execute(
        List.of(new SentCommand(words)),
        (number, answer) -> {
          terminal.err().print(answer.err());
          terminal.out().print(answer.out());
          code[0] = answer.code();
        });
    return code[0];
  }

  private Path weights() throws InputException {
    if (out == null
        || !out.toString().endsWith(MODEL)
        || String.valueOf(out.getFileName()).equals(MODEL)) {
      throw new InputException("train: --out %s, expected MODEL%s".formatted(out, MODEL));
    }
    return out;
  }

  /** Macro-expressions that no row is guided by would be given in vain. */
  private void requireGuided(ExperimentFile file) throws InputException {
    Row trained = file.settings().rows().get(0);
    if (data.macro != null && !ExperimentSettings.pageOf(trained).needs().macro()) {
      throw new InputException(
          "train: --macro has no effect on row %s, which no macro-expressions guide; leave one of them out"
              .formatted(trained));
    }
  }

  private Row row() {
    return method.row != null
        ? method.row
        : data.macro != null || data.micro == null ? Row.ALL_TERMS : Row.L_C;
  }

  private List<String> settings() throws InputException {
    List<String> settings = new ArrayList<>();
    if (data.micro != null) {
      settings.addAll(source("micro", cluster.isPresent() ? whole(data.micro) : data.micro));
    }
    if (data.macro != null) {
      settings.addAll(source("macro", cluster.isPresent() ? whole(data.macro) : data.macro));
    } else if (data.micro != null) {
      settings.add("methods.macro-to-micro.init.from=random");
    }
    settings.addAll(method.assignments);
    return settings;
  }

  /** The same database and folder; other machines need to know the folder whole. */
  private static String whole(String given) {
    int folder = given.indexOf('=') + 1;
    return given.substring(0, folder) + SentCommand.whole(given.substring(folder));
  }

  private static List<String> source(String role, String given) throws InputException {
    int equals = given.indexOf('=');
    if (equals < 1 || equals == given.length() - 1) {
      throw new InputException(
          "train: --%s %s, expected DATABASE=DIR, such as %s"
              .formatted(
                  role, given, Map.of("micro", "casme2=DIR", "macro", "ckplus=DIR").get(role)));
    }
    String database = given.substring(0, equals);
    if (!isKnown(database) && isKnown(given.substring(equals + 1))) {
      throw new InputException(
          "train: --%s %s: the database comes first, as in %s=%s"
              .formatted(role, given, given.substring(equals + 1), database));
    }
    String folder = given.substring(equals + 1).replace("'", "''");
    return List.of(role + ".database=" + database, role + ".root='" + folder + "'");
  }

  private static boolean isKnown(String name) {
    return Arrays.stream(Databases.values()).anyMatch(known -> known.shortName().equals(name));
  }
}
