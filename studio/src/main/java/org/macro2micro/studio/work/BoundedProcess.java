package org.macro2micro.studio.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.analysis.ChildExit;

/**
 * A process that is ended when it takes too long or holds too much. How much it holds is asked of
 * Linux; elsewhere the bounds that it sets itself must do.
 */
final class BoundedProcess implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;
  private static final int LONGEST_LINE = 4096;
  private static final long KIB = 1024;

  /** The line of Linux that says what a process holds, in KiB. */
  private static final String RESIDENT = "VmRSS:";

  /**
   * What a process has printed is read this long after its end; its own children may hold its
   * output open.
   */
  private static final Duration LINGER = Duration.ofSeconds(10);

  /**
   * If the system runs out of memory, it ends the process with the highest of these scores first.
   */
  private static final String FIRST_TO_GO = "1000";

  private final Process process;
  private final Duration most;
  private final long memory;
  private final Duration linger;
  private volatile @Nullable End forced;

  /** The ways in which a process ends. */
  enum End {
    /** It ended by itself, with exit code 0. */
    DONE,
    /** It ended by itself with another code, or by a signal from elsewhere. */
    CRASHED,
    /** It took too long. */
    TOO_SLOW,
    /** It held too much memory, or asked for more than it may have. */
    TOO_LARGE,
    /** Somebody cancelled it. */
    CANCELLED
  }

  private BoundedProcess(Process process, Duration most, long memory, Duration linger) {
    this.process = process;
    this.most = most;
    this.memory = memory;
    this.linger = linger;
  }

  /**
   * Starts a process.
   *
   * @param most how long it may run
   * @param memory bytes that it may hold
   */
  static BoundedProcess start(ProcessBuilder builder, Duration most, long memory)
      throws IOException {
    return start(builder, most, memory, LINGER);
  }

  static BoundedProcess start(ProcessBuilder builder, Duration most, long memory, Duration linger)
      throws IOException {
    Process process = builder.start();
    try {
      Files.writeString(Path.of("/proc/" + process.pid() + "/oom_score_adj"), FIRST_TO_GO);
    } catch (IOException e) {
      // Only Linux has it, and the process may be over.
    }
    return new BoundedProcess(process, most, memory, linger);
  }

  /** Writes a line to its input, which stays open for as long as this process wants it to live. */
  void tell(byte[] line) {
    try {
      process.getOutputStream().write(line);
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    } catch (IOException e) {
      // It has ended, which await reports.
    }
  }

  /**
   * Writes to its input, and waits as long as it is busy with what it has.
   *
   * @throws IOException if it has ended
   */
  void give(byte[] bytes) throws IOException {
    process.getOutputStream().write(bytes);
    process.getOutputStream().flush();
  }

  /** Ends it; {@link #await} then says that it was cancelled. */
  void cancel() {
    end(End.CANCELLED);
  }

  private void end(End reason) {
    if (forced == null) {
      forced = reason;
    }
    kill();
  }

  /** Ends the process and those that it has started itself. */
  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  long pid() {
    return process.pid();
  }

  /**
   * Waits until the process has ended.
   *
   * @param lines takes each line that the process prints, on another thread; a line longer than
   *     {@value #LONGEST_LINE} bytes is cut
   */
  End await(Consumer<String> lines) throws InterruptedException {
    Thread reading = new Thread(() -> read(process.getInputStream(), lines), "reads a child");
    reading.setDaemon(true);
    reading.start();
    long end = System.nanoTime() + most.toNanos();
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() - end > 0) {
          end(End.TOO_SLOW);
        } else if (held() > memory) {
          end(End.TOO_LARGE);
        }
      }
      reading.join(linger.toMillis());
    } finally {
      kill();
    }
    End reason = forced;
    return reason != null
        ? reason
        : switch (process.exitValue()) {
          case 0 -> End.DONE;
          case ChildExit.OUT_OF_MEMORY -> End.TOO_LARGE;
          default -> End.CRASHED;
        };
  }

  /** Returns the bytes that it holds, or 0 where the system does not say. */
  private long held() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException | NumberFormatException e) {
      return 0;
    }
  }

  private static void read(InputStream in, Consumer<String> lines) {
    byte[] line = new byte[LONGEST_LINE];
    byte[] buffer = new byte[LONGEST_LINE];
    int length = 0;
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            lines.accept(new String(line, 0, length, StandardCharsets.UTF_8));
            length = 0;
          } else if (length < LONGEST_LINE) {
            line[length++] = buffer[i];
          }
        }
      }
    } catch (IOException e) {
      // It has ended.
    }
  }

  @Override
  public void close() {
    kill();
  }
}
