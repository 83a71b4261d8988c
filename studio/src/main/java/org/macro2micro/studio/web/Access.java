package org.macro2micro.studio.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.Sha256;

/**
 * Decides who may ask. A service that only its own machine can reach answers programs there and its
 * own page, which it knows by the names that a browser sends along. A service that other machines
 * can reach answers whoever knows the token.
 *
 * @param token the secret that callers must send; empty if other machines can't reach the service
 */
record Access(Optional<String> token) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
  private static final String BEARER = "Bearer ";

  /**
   * Lets a request through or ends it.
   *
   * @throws ProblemException if the request may not go on
   */
  void check(Context request) {
    if (token.isPresent()) {
      if (isProtected(request.path()) && !knowsToken(request, token.get())) {
        throw ProblemException.of(
            401,
            "unauthorised",
            "A token is needed",
            "Send the token that the service printed at its start as the header Authorization: Bearer TOKEN.",
            Map.of("WWW-Authenticate", "Bearer"));
      }
      return;
    }
    String host = request.header("Host");
    if (host == null || !LOOPBACK.contains(withoutPort(host))) {
      throw ProblemException.of(
          421,
          "wrong-host",
          "The service does not have this name",
          "It answers to localhost, 127.0.0.1 and [::1] alone; open it by one of these.");
    }
    if (!READING.contains(request.method()) && !isOwnPage(request, host)) {
      throw ProblemException.of(
          403,
          "other-origin",
          "Another page may not change anything here",
          "A program sends the header X-Requested-With: macro2micro; a page must be this service's own.");
    }
  }

  private static boolean isProtected(String path) {
    return path.startsWith("/api/") || path.equals("/metrics");
  }

  /** Both are digested first, so that the time of the comparison tells nothing about either. */
  private static boolean knowsToken(Context request, String token) {
    String given = request.header("Authorization");
    String found =
        given != null && given.startsWith(BEARER) ? given.substring(BEARER.length()) : "";
    return MessageDigest.isEqual(digest(found), digest(token));
  }

  private static byte[] digest(String text) {
    return new Sha256().add(text.getBytes(StandardCharsets.UTF_8)).bytes();
  }

  private static boolean isOwnPage(Context request, String host) {
    String origin = request.header("Origin");
    return origin == null
        ? "macro2micro".equals(request.header("X-Requested-With"))
        : List.of("http://" + host, "https://" + host).contains(lower(origin));
  }

  private static String withoutPort(String host) {
    return lower(host).replaceFirst(":[0-9]{1,5}$", "");
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
