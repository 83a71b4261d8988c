package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves the studio, a page and an HTTP API that find movements in films. */
@Command(
    name = "serve",
    description = {
      "Opens the studio, a page and an HTTP interface that find brief movements in films.",
      "Without --purpose no emotion is named. Films, pictures and annotations stay on this machine,"
          + " in the folder of --data, and are deleted after --keep-hours. Beyond this machine (--host)"
          + " callers need a token, which is printed at the start unless --token-file names one."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro serve",
      "With a model: macro2micro serve my.safetensors --purpose 'a study of smiles, with consent'"
    })
final class ServeCommand implements Callable<Integer> {
  private static final String DATA = "studio-data";

  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "MODEL.safetensors",
      description = "Models that name classes, as train writes them; used with --purpose.")
  private List<Path> models = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = DATA,
      description = "Where films, results and annotations are kept (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(DATA);

  @Option(
      names = "--purpose",
      paramLabel = "TEXT",
      description = "What emotions are named for; it is shown on every page.")
  private @Nullable String purpose;

  @Option(
      names = "--runs",
      paramLabel = "FOLDER",
      description = "Show and compare the runs in this folder.")
  private @Nullable Path runs;

  @Option(names = "--no-gallery", description = "Draw no films to look at at the first start.")
  private boolean noGallery;

  @ArgGroup(validate = false, order = 1, heading = "%nWho can reach it:%n")
  private ServeAddressOptions address = new ServeAddressOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nLimits:%n")
  private ServeLimitOptions limits = new ServeLimitOptions();

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    ServeSettings settings;
    try {
      settings =
          new ServeSettings(
              models,
              address.host(),
              address.port(),
              data,
              stated(),
              Optional.ofNullable(runs),
              address.tokenFile(),
              !noGallery,
              limits.limits());
    } catch (IllegalArgumentException e) {
      throw new InputException(e);
    }
    Studio studio =
        ServiceLoader.load(Studio.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "serve: the studio is not part of this installation; start it by the"
                            + " launcher ./macro2micro, or put the jar of module studio on the class"
                            + " path"));
    studio.serve(settings, terminal.out());
    return 0;
  }

  private Optional<String> stated() throws InputException {
    if (purpose == null && !models.isEmpty()) {
      throw new InputException(
          "serve: a model names emotions, and no purpose is stated; add --purpose TEXT, which every"
              + " page shows, or leave the model out");
    }
    if (purpose != null && purpose.isBlank()) {
      throw new InputException("serve: --purpose is empty; say what emotions are named for");
    }
    return Optional.ofNullable(purpose);
  }
}
