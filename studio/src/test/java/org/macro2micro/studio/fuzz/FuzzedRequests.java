package org.macro2micro.studio.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes requests that are wrong in some way. Half of them are HTTP that was damaged as bytes; the
 * others are good HTTP with a wrong path, a wrong query or a damaged body, which gets further.
 */
final class FuzzedRequests {
  private static final String HOST = "Host: localhost\r\nConnection: close\r\n";
  private static final String OWN = "X-Requested-With: macro2micro\r\n";

  private static final List<String> WORDS =
      List.of(
          "0",
          "-1",
          "1",
          "2147483647",
          "2147483648",
          "99999999999999999999",
          "1e999",
          "NaN",
          "null",
          "true",
          "\"\"",
          "[]",
          "{}",
          "[[[[[[[[",
          "%00",
          "%2e%2e%2f",
          "..",
          "'",
          "\"",
          "=1+1",
          "\u00e9",
          "a b",
          "%",
          "found",
          "Ann",
          "x".repeat(5000),
          "");

  private static final String LAYER =
      "{\"revision\":0,\"intervals\":[{\"id\":\"a\",\"onset\":1,\"apex\":2,\"offset\":4,\"kind\":\"micro\",\"label\":\"joy\",\"comment\":\"c\"},"
          + "{\"id\":\"b\",\"onset\":5,\"apex\":null,\"offset\":8,\"kind\":\"macro\",\"label\":null,\"comment\":\"\"}]}";

  private final Random random;
  private final List<byte[]> truths = new ArrayList<>();
  private final List<String> reads;
  private final String job;
  private final String live = "/api/v1/live/" + "0".repeat(32);

  /**
   * @param job a job that is done
   * @param truths folder of files that tell of films
   */
  FuzzedRequests(Random random, String job, Path truths) throws IOException {
    this.random = random;
    this.job = "/api/v1/jobs/" + job;
    try (Stream<Path> files = Files.list(truths)) {
      for (Path file : files.sorted().toList()) {
        this.truths.add(Files.readAllBytes(file));
      }
    }
    reads =
        List.of(
            "/",
            "/index.html",
            "/metrics",
            "/api/v1/jobs",
            "/api/v1/runs",
            "/api/v1/runs/0123456789abcdef0123/compare/0123456789abcdef0123?row=c:c",
            this.job,
            this.job + "/result",
            this.job + "/frames/3?width=20",
            this.job + "/pictures/1/onset.png",
            this.job + "/layers",
            this.job + "/layers/Ann/history",
            this.job + "/agreement?a=found&b=Ann",
            this.job + "/export?format=eaf&layer=Ann",
            this.job + "/export?format=bids&layer=found",
            "/api/v1/jobs/" + "0".repeat(32) + "/result");
  }

  /** Returns the bytes of the next request. */
  byte[] next() {
    byte[] request =
        switch (random.nextInt(9)) {
          case 0, 1, 2 -> read();
          case 3, 4 -> written("PUT", job + "/layers/" + annotator(), wrong(bytes(LAYER)));
          case 5 ->
              written(
                  "POST",
                  job + "/score?layer=found",
                  Damage.of(truths.get(random.nextInt(truths.size())), 6, random));
          case 6 -> written("POST", "/api/v1/jobs?name=a&rate=25&face=left", upload());
          case 7 -> camera();
          default -> small();
        };
    // A damaged path of a layer could be that of the job, which is needed to the end.
    boolean isDeletion = request[0] == 'D';
    return !isDeletion && random.nextBoolean() ? Damage.of(request, 6, random) : request;
  }

  private byte[] read() {
    String path = reads.get(random.nextInt(reads.size()));
    return bytes("GET " + changed(path) + " HTTP/1.1\r\n" + HOST + headers() + "\r\n");
  }

  private byte[] small() {
    String[] paths = {
      "POST " + job + "/layers/" + annotator() + "/undo",
      "POST " + job + "/layers/" + annotator() + "/redo",
      "DELETE " + job + "/layers/" + annotator(),
      "DELETE /api/v1/jobs/" + "f".repeat(32),
      "POST /api/v1/jobs/" + "0".repeat(32) + "/cancel",
      "PATCH " + job,
      "OPTIONS *"
    };
    String line = paths[random.nextInt(paths.length)];
    return bytes(line + " HTTP/1.1\r\n" + HOST + OWN + headers() + "Content-Length: 0\r\n\r\n");
  }

  private byte[] written(String method, String path, byte[] body) {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    String line = method + " " + changed(path) + " HTTP/1.1\r\n" + HOST + OWN + headers();
    boolean isInPieces = random.nextInt(4) == 0;
    request.writeBytes(
        bytes(
            line
                + (isInPieces
                    ? "Transfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length)
                        + "\r\n"
                    : "Content-Length: " + body.length + "\r\n\r\n")));
    request.writeBytes(body);
    if (isInPieces) {
      request.writeBytes(bytes("\r\n0\r\n\r\n"));
    }
    return request.toByteArray();
  }

  /** Begins sessions, and sends what are no pictures to one that is not there. */
  private byte[] camera() {
    return random.nextInt(3) == 0
        ? written("POST", "/api/v1/live", wrong(bytes("{\"record\":false,\"face\":\"left\"}")))
        : written("POST", live + (random.nextBoolean() ? "/frames" : "/end"), upload());
  }

  /** Bytes that no service takes for a film, so that no job comes of them. */
  private byte[] upload() {
    byte[] bytes = new byte[random.nextInt(3000)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String annotator() {
    return random.nextInt(4) == 0 ? word().replaceAll("[/? ]", "") : "A" + random.nextInt(60);
  }

  /** Puts a word in the place of a number or a word of a path, or leaves the path as it is. */
  private String changed(String path) {
    if (random.nextInt(3) == 0) {
      return path;
    }
    String[] parts = path.split("(?<=[/?&=])|(?=[/?&=])", -1);
    parts[random.nextInt(parts.length)] = word().replace(" ", "%20");
    return String.join("", parts);
  }

  /** Puts a word in the place of a value of JSON, or damages the bytes. */
  private byte[] wrong(byte[] json) {
    if (random.nextInt(3) == 0) {
      return Damage.of(json, 4, random);
    }
    String[] parts =
        new String(json, StandardCharsets.UTF_8).split("(?<=[:,{\\[])|(?=[:,}\\]])", -1);
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      parts[random.nextInt(parts.length)] = word();
    }
    return bytes(String.join("", parts));
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private String headers() {
    String[] some = {
      "",
      "",
      "Range: bytes=0-1\r\n",
      "If-None-Match: \"x\"\r\n",
      "Origin: http://localhost\r\n",
      "Origin: null\r\n",
      "Content-Type: multipart/form-data; boundary=x\r\n",
      "Content-Encoding: gzip\r\n",
      "Accept-Encoding: gzip, br, *;q=0\r\n",
      "Expect: 100-continue\r\n",
      "Authorization: Bearer " + "y".repeat(3000) + "\r\n",
      "Cookie: " + "z=1; ".repeat(200) + "\r\n",
      "Upgrade: websocket\r\n"
    };
    return some[random.nextInt(some.length)];
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
