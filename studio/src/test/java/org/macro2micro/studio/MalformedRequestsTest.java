package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests and films that are changed at random bring nothing down. {@code -Dmacro2micro.fuzz=N}
 * tries N requests, and a film for each hundred of them.
 */
class MalformedRequestsTest {
  private static final int REQUESTS = Integer.getInteger("macro2micro.fuzz", 300);
  private static final int MOST_MILLIS = 10_000;

  @TempDir Path folder;

  private static final List<String> SEEDS =
      List.of(
          "GET /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /api/v1/jobs/%s/frames/3?width=20 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
              .formatted("0".repeat(32)),
          "POST /api/v1/jobs?name=a&rate=25&face=left HTTP/1.1\r\nHost: localhost\r\nX-Requested-With: macro2micro\r\nContent-Length: 12\r\nConnection: close\r\n\r\nRIFFxxxxAVI ",
          "PUT /api/v1/jobs/%s/layers/Ann HTTP/1.1\r\nHost: localhost\r\nX-Requested-With: macro2micro\r\nContent-Length: 31\r\nConnection: close\r\n\r\n{\"revision\":0,\"intervals\":[{}]}"
              .formatted("0".repeat(32)),
          "POST /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\nX-Requested-With: macro2micro\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n4\r\nRIFF\r\n0\r\n\r\n",
          "GET /index.html HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"x\"\r\nRange: bytes=0-1\r\nConnection: close\r\n\r\n",
          "DELETE /api/v1/jobs/%s HTTP/1.1\r\nHost: localhost\r\nX-Requested-With: macro2micro\r\nConnection: close\r\n\r\n"
              .formatted("f".repeat(32)));

  private static byte[] changed(String seed, Random random) {
    byte[] bytes = seed.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = random.nextInt(6); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        case 1 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        default -> {
          int at = random.nextInt(bytes.length);
          byte[] longer = new byte[bytes.length + 1 + random.nextInt(3000)];
          java.util.Arrays.fill(longer, bytes[at]);
          System.arraycopy(bytes, 0, longer, 0, at);
          System.arraycopy(bytes, at, longer, longer.length - bytes.length + at, bytes.length - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }

  private static String answer(URI at, byte[] request) throws IOException {
    try (Socket socket = new Socket(at.getHost(), at.getPort())) {
      socket.setSoTimeout(MOST_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException e) {
      return ""; // It has hung up, which is an answer too.
    }
  }

  @Test
  void nothingThatIsSentBringsItDown() throws Exception {
    Random random = new Random(9);
    byte[] film = Files.readAllBytes(Films.grey(folder.resolve("film.avi"), 4, 64, 48));
    try (Served served = Served.at(folder.resolve("data"))) {
      URI at = URI.create(served.address());
      for (int i = 0; i < REQUESTS; i++) {
        byte[] request = changed(SEEDS.get(random.nextInt(SEEDS.size())), random);
        String said = answer(at, request);
        if (!said.isEmpty()) {
          String status = said.split(" ", 3)[1];
          assertThat(status)
              .as(new String(request, StandardCharsets.ISO_8859_1))
              .matches("[1234]..|501|505");
        }
        if (i % 100 == 99) {
          byte[] damaged = film.clone();
          for (int k = 1 + random.nextInt(40); k > 0; k--) {
            damaged[16 + random.nextInt(damaged.length - 16)] = (byte) random.nextInt(256);
          }
          Asked.Answer upload = served.asked.post("/api/v1/jobs", damaged);
          assertThat(upload.status()).isEqualTo(202);
          String id = upload.json().path("id").asText();
          assertThat(served.over(id)).isIn("done", "failed");
          assertThat(served.asked.delete("/api/v1/jobs/" + id).status()).isEqualTo(204);
        }
      }
      assertThat(served.asked.get("/api/v1/health").status()).isEqualTo(200);
    }
  }
}
