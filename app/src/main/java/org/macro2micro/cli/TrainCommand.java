package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.experiment.Row;
import org.macro2micro.run.ModelTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a model for use. */
@Command(
    name = "train",
    description = {
      "Trains one model on all clips of a database, to be used on other people by predict.",
      "It has no score of its own: nobody is held out. What a model trained like it can do, run",
      "measures with the same settings. A training that was stopped goes on where it was."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro train --micro casme2=CASME2 --macro ckplus=CKPLUS --out my.safetensors"
    })
final class TrainCommand implements Callable<Integer> {
  private static final String MODEL = ".safetensors";

  private final Terminal terminal;

  @Option(
      names = "--micro",
      paramLabel = "DATABASE=DIR",
      description = "micro-expressions, such as casme2=DIR; see macro2micro data --help")
  private @Nullable String micro;

  @Option(
      names = "--macro",
      paramLabel = "DATABASE=DIR",
      description = "macro-expressions that guide, ckplus=DIR or mmi=DIR")
  private @Nullable String macro;

  @Option(
      names = "--row",
      paramLabel = "ROW",
      converter = RowText.class,
      description = {
        "terms of Eq. 8, or another method by name; default: all terms if --macro is given, else c",
        "started from random weights"
      })
  private @Nullable Row row;

  @Option(
      names = "--experiment",
      paramLabel = "FILE.yaml",
      description = "settings, databases among them, as run takes them")
  private @Nullable Path experiment;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "overrides a setting, such as --set preprocess.align=eyes; may be repeated")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "MODEL.safetensors",
      required = true,
      description = {
        "where to; MODEL.json beside it holds settings and origin. Prepared clips and trained pieces",
        "stay in MODEL.work, which may be deleted"
      })
  private @Nullable Path out;

  @Option(names = "--json", description = "one JSON object on standard output, nothing else")
  private boolean json;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (micro == null && experiment == null) {
      throw new InputException(
          "train: no clips given; name them with --micro DATABASE=DIR or --experiment FILE.yaml");
    }
    Path weights = weights();
    ExperimentFile file = ExperimentFile.ofRow(row(), experiment, settings());
    String name = String.valueOf(weights.getFileName());
    Path work = weights.resolveSibling(name.substring(0, name.length() - MODEL.length()) + ".work");
    ModelTraining.Outcome outcome;
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      outcome = new ModelTraining(file, work, progress).write(weights);
    }
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
    terminal.out().printf("use it: macro2micro predict %s PATH...%n", outcome.weights());
    return 0;
  }

  private Path weights() throws InputException {
    if (out == null || !out.toString().endsWith(MODEL)) {
      throw new InputException("train: --out %s, expected MODEL%s".formatted(out, MODEL));
    }
    return out;
  }

  private Row row() {
    return row != null ? row : macro != null || micro == null ? Row.ALL_TERMS : Row.L_C;
  }

  private List<String> settings() throws InputException {
    List<String> settings = new ArrayList<>();
    if (micro != null) {
      settings.addAll(source("micro", micro));
    }
    if (macro != null) {
      settings.addAll(source("macro", macro));
    } else if (micro != null) {
      settings.add("methods.macro-to-micro.init.from=random");
    }
    settings.addAll(assignments);
    return settings;
  }

  private static List<String> source(String role, String given) throws InputException {
    int equals = given.indexOf('=');
    if (equals < 1 || equals == given.length() - 1) {
      throw new InputException(
          "train: --%s %s, expected DATABASE=DIR, such as %s"
              .formatted(
                  role, given, Map.of("micro", "casme2=DIR", "macro", "ckplus=DIR").get(role)));
    }
    String folder = given.substring(equals + 1).replace("'", "''");
    return List.of(
        role + ".database=" + given.substring(0, equals), role + ".root='" + folder + "'");
  }
}
