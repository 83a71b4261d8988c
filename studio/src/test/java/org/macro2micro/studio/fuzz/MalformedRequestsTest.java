package org.macro2micro.studio.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.studio.Asked;
import org.macro2micro.studio.Films;
import org.macro2micro.studio.ServedProcess;

/**
 * Requests and films that are damaged bring nothing down and leave nothing behind, and no answer
 * takes ten seconds. {@code -Dmacro2micro.fuzz=N} tries N of them, of which one in 250 is a film,
 * and prints what came of them; docs/service.md has numbers.
 */
class MalformedRequestsTest {
  private static final boolean IS_MEASURED = Integer.getInteger("macro2micro.fuzz") != null;
  private static final int ALL = Integer.getInteger("macro2micro.fuzz", 303);
  private static final int FILMS = Math.max(3, ALL / 250);
  private static final int REQUESTS = ALL - FILMS;
  private static final int WARM_UP = REQUESTS / 10;
  private static final int SENDERS = 4;
  private static final int MOST_MILLIS = 10_000;
  private static final Path SAMPLES = Path.of("../core/src/test/resources/org/macro2micro");

  private static final Pattern SESSION = Pattern.compile("\"id\":\"([0-9a-f]{32})\",\"record\":");

  @TempDir Path folder;

  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS + 1);
  private final Map<String, Integer> statuses = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> ends = new TreeMap<>();

  /** Cameras that were begun. */
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();

  private final AtomicLong longestAnswer = new AtomicLong();
  private long longestFilm;

  @AfterEach
  void end() {
    senders.shutdownNow();
  }

  private static String answer(URI at, byte[] request) {
    try (Socket socket = new Socket(at.getHost(), at.getPort())) {
      socket.setSoTimeout(MOST_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException e) {
      return ""; // The service has ended the connection, which is an answer too.
    } catch (IOException e) {
      throw new AssertionError(new String(request, StandardCharsets.ISO_8859_1), e);
    }
  }

  private void ask(ServedProcess served, byte[] request) {
    long start = System.nanoTime();
    String said = answer(served.address(), request);
    longestAnswer.accumulateAndGet(System.nanoTime() - start, Math::max);
    String status = said.isEmpty() ? "ended" : said.split(" ", 3)[1];
    statuses.merge(status, 1, Integer::sum);
    Matcher session = SESSION.matcher(said);
    if (session.find()) {
      sessions.add(session.group(1));
    }
    assertThat(status)
        .as(new String(request, StandardCharsets.ISO_8859_1))
        .matches("ended|[1234]..|501|505");
  }

  /** Has several senders share a number of requests; each makes its own from a seed. */
  private void ask(ServedProcess served, String id, int seed, int requests) throws Exception {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      int own = requests * (sender + 1) / SENDERS - requests * sender / SENDERS;
      FuzzedRequests made =
          new FuzzedRequests(new Random(seed + sender), id, SAMPLES.resolve("exchange"));
      sent.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < own; i++) {
                  ask(served, made.next());
                }
              },
              senders));
    }
    for (CompletableFuture<Void> one : sent) {
      one.get();
    }
  }

  private void films(ServedProcess served, FuzzedFilms films) {
    for (int i = 0; i < FILMS; i++) {
      long start = System.nanoTime();
      Asked.Answer upload = served.asked.post("/api/v1/jobs", films.next());
      assertThat(upload.status()).isIn(202, 415);
      String end = upload.problem();
      if (upload.status() == 202) {
        String path = "/api/v1/jobs/" + upload.json().path("id").asText();
        JsonNode job = over(served.asked, path);
        longestFilm = Math.max(longestFilm, System.nanoTime() - start);
        end =
            job.path("state").asText()
                + job.path("problem").path("type").asText().replaceFirst(".*:", " ");
        assertThat(served.asked.delete(path).status()).isEqualTo(204);
      }
      ends.merge(end, 1, Integer::sum);
    }
  }

  private static JsonNode over(Asked asked, String path) {
    while (true) {
      JsonNode job = asked.get(path).json();
      if (job.path("state").asText().matches("done|failed")) {
        return job;
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void nothingThatIsSentBringsTheServiceDown() throws Exception {
    Path film = Films.grey(folder.resolve("film.avi"), 12, 64, 48);
    Path data = folder.resolve("data");
    String[] options = {"--job-seconds", "30", "--runs", "../results", "--free-megabytes", "0"};
    try (ServedProcess served = ServedProcess.at(data, options)) {
      String id =
          served.asked.post("/api/v1/jobs", Files.readAllBytes(film)).json().path("id").asText();
      assertThat(over(served.asked, "/api/v1/jobs/" + id).path("state").asText()).isEqualTo("done");
      FuzzedFilms films = new FuzzedFilms(new Random(10), SAMPLES.resolve("video"), film);
      ask(served, id, 9, WARM_UP);
      ServedProcess.Held before = served.held();
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(() -> films(served, films), senders);
      ask(served, id, 90, REQUESTS - WARM_UP);
      sent.get();
      for (String session : sessions) {
        assertThat(served.asked.post("/api/v1/live/" + session + "/end", new byte[0]).status())
            .isIn(200, 404);
      }
      ServedProcess.Held after = served.held();
      assertThat(served.asked.get("/api/v1/health").status()).isEqualTo(200);
      assertThat(served.children()).isEmpty();
      assertThat(entries(data.resolve("work"))).isEmpty();
      assertThat(entries(data.resolve("jobs"))).containsExactly(id);
      assertThat(ends.keySet()).as("%s", ends).doesNotContain("failed decoder-crashed");
      if (IS_MEASURED) {
        System.out.printf(
            "%d requests, answers %s, longest %.2f s%n%d films, ends %s, longest %.1f s%nbefore: %s%nafter: %s; at most %d MiB%n",
            REQUESTS,
            statuses,
            longestAnswer.get() / 1e9,
            FILMS,
            ends,
            longestFilm / 1e9,
            before,
            after,
            served.peak() >> 20);
        assertThat(after.heap()).isLessThan(before.heap() + (32 << 20));
        assertThat(after.threads()).isLessThan(before.threads() + 20);
        assertThat(after.files()).isLessThan(before.files() + 20);
      }
    }
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }
}
