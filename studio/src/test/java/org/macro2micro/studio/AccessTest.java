package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.cli.ServeSettings;

/** Tests who may ask what. */
class AccessTest {
  private static final String TOKEN = "a-token-of-more-than-20-signs";

  @TempDir Path folder;

  /** Sends bytes as they are and returns what comes back. */
  private static String raw(String address, String request) throws IOException {
    URI uri = URI.create(address.replace("0.0.0.0", "127.0.0.1"));
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String status(String address, String line, String... headers) throws IOException {
    String request =
        line
            + " HTTP/1.1\r\nConnection: close\r\n"
            + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList())
            + "\r\n";
    return raw(address, request).split(" ", 3)[1];
  }

  @Test
  void onThisMachinePagesOfOthersMayNeitherReadNorWrite() throws Exception {
    try (Served served = Served.at(folder)) {
      String at = served.address();
      String host = "Host: " + URI.create(at).getAuthority();
      String own = "X-Requested-With: macro2micro";
      assertThat(status(at, "GET /api/v1/health", host)).isEqualTo("200");
      assertThat(status(at, "GET /api/v1/health", "Host: localhost:1")).isEqualTo("200");
      assertThat(status(at, "GET /api/v1/health", "Host: [::1]:8765")).isEqualTo("200");
      assertThat(status(at, "GET /api/v1/health", "Host: evil.example")).isEqualTo("421");
      assertThat(status(at, "GET /", "Host: localhost.evil.example")).isEqualTo("421");
      String cancel = "POST /api/v1/jobs/" + "0".repeat(32) + "/cancel";
      assertThat(status(at, cancel, host, "Content-Length: 0")).isEqualTo("403");
      assertThat(status(at, cancel, host, own, "Content-Length: 0")).isEqualTo("404");
      assertThat(status(at, cancel, host, own, "Origin: http://evil.example", "Content-Length: 0"))
          .isEqualTo("403");
      assertThat(status(at, cancel, host, own, "Origin: null", "Content-Length: 0"))
          .isEqualTo("403");
      assertThat(
              status(at, cancel, host, "Origin: " + at.replaceFirst("/$", ""), "Content-Length: 0"))
          .isEqualTo("404");
    }
  }

  @Test
  void otherMachinesNeedTheToken() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), TOKEN + "\nsecond line\n");
    ServeSettings settings =
        new ServeSettings(
            List.of(),
            "0.0.0.0",
            0,
            folder.resolve("data"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(file),
            false,
            Served.LIMITS);
    try (Served served = Served.of(settings, Map.of("Authorization", "Bearer " + TOKEN))) {
      assertThat(served.asked.get("/api/v1/health").json().path("loopback").asBoolean()).isFalse();
      assertThat(served.asked.get("/metrics").status()).isEqualTo(200);
      String at = served.address();
      String host = "Host: studio.example";
      for (String path :
          List.of("/api/v1/health", "/api/v1/jobs", "/metrics", "/api/v1/openapi.json")) {
        assertThat(status(at, "GET " + path, host)).as(path).isEqualTo("401");
        assertThat(status(at, "GET " + path + "?token=" + TOKEN + "&access_token=" + TOKEN, host))
            .isEqualTo("401");
        assertThat(status(at, "GET " + path, host, "Authorization: Bearer " + TOKEN + "x"))
            .isEqualTo("401");
        assertThat(status(at, "GET " + path, host, "Authorization: Basic " + TOKEN))
            .isEqualTo("401");
        assertThat(status(at, "GET " + path, host, "Cookie: token=" + TOKEN)).isEqualTo("401");
      }
      // The page asks for the token.
      assertThat(status(at, "GET /", host)).isEqualTo("200");
    }
  }

  @Test
  void aTokenThatIsShortIsNotTaken() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "short\n");
    ServeSettings settings =
        new ServeSettings(
            List.of(),
            "0.0.0.0",
            0,
            folder.resolve("data"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(file),
            false,
            Served.LIMITS);
    assertThatThrownBy(() -> Served.of(settings, Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("at least 20");
  }

  @Test
  void everyAnswerTellsTheBrowserToRunNothingElse() throws Exception {
    try (Served served = Served.at(folder)) {
      String host = "Host: localhost";
      for (String request :
          List.of(
              "GET / HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n",
              "GET /none HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n",
              "GET /api/v1/health HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n",
              "GET /a/%2e%2e/b HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n",
              "GET / HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n")) {
        String answer = raw(served.address(), request);
        assertThat(answer)
            .contains("Content-Security-Policy: default-src 'none'")
            .contains("X-Content-Type-Options: nosniff")
            .doesNotContain("Server:");
      }
    }
  }

  @Test
  void pathsOfThePageLeadNowhereElse() throws Exception {
    try (Served served = Served.at(folder)) {
      for (String path :
          List.of(
              "/../web/openapi.json",
              "/..%2fweb%2fopenapi.json",
              "/%2e%2e/%2e%2e/etc/passwd",
              "/page/../../web/openapi.json",
              "/..\\web\\openapi.json",
              "//etc/passwd",
              "/index.html%00.js",
              "/.hidden.js",
              "/META-INF/services/x.txt",
              "/index.class")) {
        String status = status(served.address(), "GET " + path, "Host: localhost");
        assertThat(status).as(path).isIn("400", "404");
      }
      assertThat(status(served.address(), "GET /index.html", "Host: localhost")).isEqualTo("200");
    }
  }
}
