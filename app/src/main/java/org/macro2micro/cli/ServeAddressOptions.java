package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who can reach a service. */
final class ServeAddressOptions {
  private static final String PORT = "8765";
  private static final String HOST = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = PORT,
      description = "Where to listen; 0 for any port that is free (default: ${DEFAULT-VALUE}).")
  private int port = Integer.parseInt(PORT);

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = HOST,
      description =
          "At which of this machine's addresses to listen (default: ${DEFAULT-VALUE}, which other"
              + " machines can't reach).")
  private String host = HOST;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Its first line, of at least 20 characters, is the token of callers from other machines.")
  private @Nullable Path tokenFile;

  int port() {
    return port;
  }

  String host() {
    return host;
  }

  Optional<Path> tokenFile() {
    return Optional.ofNullable(tokenFile);
  }
}
