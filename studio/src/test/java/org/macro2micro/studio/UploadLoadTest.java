package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many films come at once: each is taken or told to wait, and each that is taken is done. {@code
 * -Dmacro2micro.uploads=N} sends N films of 2 s with a face to a service with the default limits,
 * and prints how long that takes; docs/service.md has numbers.
 */
class UploadLoadTest {
  private static final boolean IS_MEASURED = Integer.getInteger("macro2micro.uploads") != null;
  private static final int UPLOADS = Integer.getInteger("macro2micro.uploads", 4);
  private static final int FRAMES = IS_MEASURED ? 50 : 10;
  private static final int QUEUE = 64;
  private static final int MOST_IDLE_SECONDS = 120;
  private static final long GIB = 1L << 30;

  @TempDir Path folder;

  private final Map<String, Long> starts = new ConcurrentHashMap<>();
  private final Map<String, Double> taken = new ConcurrentHashMap<>();
  private final Map<String, Double> done = new ConcurrentHashMap<>();
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicLong largestChild = new AtomicLong();

  private byte[] film() throws Exception {
    Path film = folder.resolve("film.avi");
    return Files.readAllBytes(
        IS_MEASURED
            ? Films.beginning(Films.face(folder.resolve("lab")), film, FRAMES)
            : Films.grey(film, FRAMES, 64, 48));
  }

  @Test
  void everyUploadIsTakenOrToldToWaitAndThenDone() throws Exception {
    byte[] film = film();
    // A measured service has its own limits; the other has just as many places as films come.
    String[] options =
        IS_MEASURED
            ? new String[0]
            : new String[] {"--queue", String.valueOf(UPLOADS), "--free-megabytes", "0"};
    ExecutorService senders = Executors.newFixedThreadPool(UPLOADS);
    try (ServedProcess served = ServedProcess.at(folder.resolve("data"), options)) {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < UPLOADS; i++) {
        sent.add(senders.submit(() -> send(served.asked, film)));
      }
      long last = System.nanoTime();
      while (done.size() < UPLOADS) {
        served
            .children()
            .forEach(
                child -> largestChild.accumulateAndGet(ServedProcess.peak(child.pid()), Math::max));
        for (Future<?> one : sent) {
          if (one.isDone()) {
            one.get(); // It throws what the sender has thrown.
          }
        }
        if (look(served.asked)) {
          last = System.nanoTime();
        }
        assertThat((System.nanoTime() - last) / 1e9)
            .as("seconds since a film was done; %d of %d are done", done.size(), UPLOADS)
            .isLessThan(MOST_IDLE_SECONDS);
        Thread.sleep(50);
      }
      assertThat(taken).hasSize(UPLOADS);
      if (UPLOADS <= QUEUE) {
        assertThat(told).as("films that were told to wait").hasValue(0);
      }
      assertThat(served.peak()).isLessThan(GIB);
      assertThat(largestChild.get()).isLessThan(2 * GIB);
      if (IS_MEASURED) {
        System.out.printf(
            "%d uploads of %d frames (%d bytes) at once: answered after p50 %.2f s, p95 %.2f s; results after p50 %.1f s, p95 %.1f s; %d answers 202, %d answers 429; service at most %d MiB, largest process %d MiB%n",
            UPLOADS,
            FRAMES,
            film.length,
            share(taken, .5),
            share(taken, .95),
            share(done, .5),
            share(done, .95),
            taken.size(),
            told.get(),
            served.peak() >> 20,
            largestChild.get() >> 20);
      }
    } finally {
      senders.shutdownNow();
    }
  }

  /** Notes which jobs have ended since the last look, and returns whether any has. */
  private boolean look(Asked asked) {
    int before = done.size();
    for (JsonNode job : asked.get("/api/v1/jobs").json().path("jobs")) {
      String id = job.path("id").asText();
      String state = job.path("state").asText();
      assertThat(state).isIn("queued", "running", "done");
      Long start = starts.get(id);
      if (state.equals("done") && start != null) {
        done.putIfAbsent(id, seconds(start));
      }
    }
    return done.size() > before;
  }

  /** Sends a film until it is taken; each answer is held to the description. */
  private void send(Asked asked, byte[] film) {
    long start = System.nanoTime();
    try {
      Asked.Answer answer = asked.post("/api/v1/jobs?name=load.avi", film);
      while (answer.status() == 429) {
        told.incrementAndGet();
        Thread.sleep(200);
        answer = asked.post("/api/v1/jobs?name=load.avi", film);
      }
      assertThat(answer.status()).isEqualTo(202);
      String id = answer.json().path("id").asText();
      taken.put(id, seconds(start));
      starts.put(id, start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static double share(Map<String, Double> values, double share) {
    double[] sorted = values.values().stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
