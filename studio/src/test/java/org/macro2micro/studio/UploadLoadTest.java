package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.cli.ServeSettings;

/**
 * Many films at once: each is taken or told to wait, and each that was taken is done. {@code
 * -Dmacro2micro.uploads=N} sends N films and prints how long it took; docs/service.md has numbers.
 */
class UploadLoadTest {
  private static final int UPLOADS = Integer.getInteger("macro2micro.uploads", 4);
  private static final int SECONDS = Integer.getInteger("macro2micro.uploads", 0) > 0 ? 2 : 1;

  @TempDir Path folder;

  private record Sent(String id, double seconds) {}

  @Test
  void noneIsLost() throws Exception {
    ServeSettings.Limits limits =
        new ServeSettings.Limits(
            50_000_000,
            60,
            2_000_000,
            Math.max(2, UPLOADS),
            Duration.ofSeconds(120),
            1L << 30,
            0,
            Duration.ofHours(1));
    byte[] film =
        Files.readAllBytes(Films.grey(folder.resolve("film.avi"), 25 * SECONDS, 320, 240));
    ExecutorService senders = Executors.newFixedThreadPool(UPLOADS);
    try (Served served = Served.at(folder.resolve("data"), limits)) {
      long start = System.nanoTime();
      List<Future<Sent>> sent = new ArrayList<>();
      for (int i = 0; i < UPLOADS; i++) {
        sent.add(senders.submit(() -> send(served, film)));
      }
      double[] taken = new double[UPLOADS];
      double[] done = new double[UPLOADS];
      for (int i = 0; i < UPLOADS; i++) {
        taken[i] = sent.get(i).get().seconds();
      }
      for (int i = 0; i < UPLOADS; i++) {
        assertThat(served.over(sent.get(i).get().id())).isEqualTo("done");
        done[i] = (System.nanoTime() - start) / 1e9;
      }
      if (Integer.getInteger("macro2micro.uploads") != null) {
        System.out.printf(
            "%d uploads of %d s: answered after p50 %.2f s, p95 %.2f s; done after p50 %.1f s, p95 %.1f s; heap %d MiB%n",
            UPLOADS,
            SECONDS,
            share(taken, .5),
            share(taken, .95),
            share(done, .5),
            share(done, .95),
            (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
      }
    } finally {
      senders.shutdownNow();
    }
  }

  /** Sends a film until it is taken; each answer is held to the description. */
  private static Sent send(Served served, byte[] film) throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      Asked.Answer answer = served.asked.post("/api/v1/jobs?name=load.avi", film);
      if (answer.status() == 202) {
        return new Sent(answer.json().path("id").asText(), (System.nanoTime() - start) / 1e9);
      }
      assertThat(answer.status()).isEqualTo(429);
      Thread.sleep(200);
    }
  }

  private static double share(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
