package org.macro2micro.studio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the command {@code serve} in a process of its own, with a heap of 512 MiB. */
public final class ServedProcess implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("studio: (http://127\\.0\\.0\\.1:\\d+/).*");
  private static final Pattern HEAP =
      Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} (\\S+)");

  private final Process process;
  private final URI address;
  public final Asked asked;

  private ServedProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
    this.asked = new Asked(address.toString());
  }

  /**
   * Starts a service.
   *
   * @param options more options of {@code serve}
   */
  public static ServedProcess at(Path data, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.macro2micro.cli.Main",
                "serve",
                "--port",
                "0",
                "--no-gallery",
                "--data",
                data.toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = String.valueOf(out.readLine());
    Matcher found = ADDRESS.matcher(line);
    if (!found.matches()) {
      process.destroyForcibly();
      throw new AssertionError("the service says: " + line);
    }
    return new ServedProcess(process, URI.create(found.group(1)));
  }

  public URI address() {
    return address;
  }

  /** Returns the processes that the service has started and that have not ended. */
  public List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /**
   * What the service holds.
   *
   * @param heap bytes of Java objects after a collection
   * @param resident bytes in memory; 0 where the system does not say
   * @param threads number; 0 where the system does not say
   * @param files number of open files and sockets; 0 where the system does not say
   */
  public record Held(long heap, long resident, long threads, long files) {
    @Override
    public String toString() {
      return "heap %d MiB, resident %d MiB, %d threads, %d open files"
          .formatted(heap >> 20, resident >> 20, threads, files);
    }
  }

  /** Collects garbage in the service and returns what it holds. */
  public Held held() throws Exception {
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            String.valueOf(process.pid()),
            "GC.run")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    String metrics = new String(asked.get("/metrics").response().body(), StandardCharsets.UTF_8);
    double heap =
        HEAP.matcher(metrics).results().mapToDouble(m -> Double.parseDouble(m.group(1))).sum();
    return new Held(
        (long) heap,
        status(process.pid(), "VmRSS:") << 10,
        status(process.pid(), "Threads:"),
        files(process.pid()));
  }

  /** Returns the most bytes that the service has held at once; 0 where the system does not say. */
  public long peak() {
    return peak(process.pid());
  }

  /** Returns the most bytes that a process has held at once; 0 where the system does not say. */
  static long peak(long pid) {
    return status(pid, "VmHWM:") << 10;
  }

  private static long status(long pid, String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static long files(long pid) {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return files.count();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Waits until a job is over and returns its state. */
  public String over(String id) throws InterruptedException {
    return Served.over(asked, id);
  }

  /** Kills the service, which can do nothing about it. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new AssertionError("the service does not end");
    }
  }

  @Override
  public void close() throws InterruptedException {
    children().forEach(ProcessHandle::destroyForcibly);
    kill();
  }
}
