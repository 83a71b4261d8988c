package org.macro2micro.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.macro2micro.cli.ServeSettings;

/**
 * The secret that callers from other machines must send.
 *
 * @param text letters that a header can hold
 * @param notes how a person learns of it, a line each
 */
record Token(String text, List<String> notes) {
  private static final int SHORTEST = 20;
  private static final int BYTES = 32;

  Token {
    notes = List.copyOf(notes);
  }

  /**
   * Returns the token in the file that the settings name, or a new one that nobody can guess if
   * they name no file.
   *
   * @throws IOException if the file can't be read, or its first line can't be a token
   */
  static Token of(ServeSettings settings) throws IOException {
    String warning =
        "other machines can reach this service; what they send is not encrypted: put a proxy with TLS before it (docs/service.md)";
    if (settings.tokenFile().isPresent()) {
      Path file = settings.tokenFile().get();
      return new Token(read(file), List.of("the token is the first line of " + file, warning));
    }
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Token(
        text, List.of("callers send the header  Authorization: Bearer " + text, warning));
  }

  private static String read(Path file) throws IOException {
    String line;
    try (Stream<String> lines = Files.lines(file)) {
      line = lines.findFirst().orElse("").strip();
    }
    if (!line.matches("[\\x21-\\x7e]{%d,}".formatted(SHORTEST))) {
      throw new IOException(
          "serve: the first line of %s has %d characters; expected a token of at least %d letters, digits and signs, without blanks"
              .formatted(file, line.length(), SHORTEST));
    }
    return line;
  }
}
