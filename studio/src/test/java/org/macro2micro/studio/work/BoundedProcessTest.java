package org.macro2micro.studio.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that misbehaves is ended, and the reason is told. */
class BoundedProcessTest {
  private static final long MIB = 1 << 20;

  @TempDir Path folder;

  /** Prints a line that is far too long, then another. */
  public static final class Talks {
    public static void main(String[] arguments) {
      System.out.println("x".repeat(100_000));
      System.out.println("done");
    }
  }

  /** Waits for ever. */
  public static final class Waits {
    public static void main(String[] arguments) throws InterruptedException {
      System.out.println("waiting");
      Thread.sleep(1_000_000);
    }
  }

  /** Takes memory outside of the heap, and keeps it. */
  public static final class Takes {
    private static final List<java.nio.ByteBuffer> KEPT = new ArrayList<>();

    public static void main(String[] arguments) throws InterruptedException {
      while (true) {
        java.nio.ByteBuffer taken = java.nio.ByteBuffer.allocateDirect(1 << 23);
        for (int i = 0; i < taken.capacity(); i += 1024) {
          taken.put(i, (byte) 1);
        }
        KEPT.add(taken);
        Thread.sleep(5);
      }
    }
  }

  /** Takes heap, and keeps it. */
  public static final class Hoards {
    private static final List<byte[]> KEPT = new ArrayList<>();

    public static void main(String[] arguments) {
      while (true) {
        KEPT.add(new byte[1 << 24]);
      }
    }
  }

  /** Starts a process that keeps the output open, says its number, and ends. */
  public static final class Leaves {
    public static void main(String[] arguments) throws Exception {
      Process child =
          new ChildCommand(Waits.class, 256 * MIB).builder(Path.of(".")).inheritIO().start();
      System.out.println(child.pid());
    }
  }

  private BoundedProcess start(Class<?> main, Duration most, long memory) throws Exception {
    ProcessBuilder builder = new ChildCommand(main, 1024 * MIB).builder(folder);
    builder.command().add(1, "-XX:MaxDirectMemorySize=4g");
    return BoundedProcess.start(builder, most, memory);
  }

  @Test
  void whatItPrintsIsCutToTheBound() throws Exception {
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    try (BoundedProcess process = start(Talks.class, Duration.ofSeconds(60), 1024 * MIB)) {
      assertThat(process.await(lines::add)).isEqualTo(BoundedProcess.End.DONE);
    }
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).hasSize(4096);
    assertThat(lines.get(1)).isEqualTo("done");
  }

  @Test
  void oneThatTakesTooLongIsEnded() throws Exception {
    try (BoundedProcess process = start(Waits.class, Duration.ofMillis(800), 1024 * MIB)) {
      assertThat(process.await(line -> {})).isEqualTo(BoundedProcess.End.TOO_SLOW);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void oneThatHoldsTooMuchIsEnded() throws Exception {
    try (BoundedProcess process = start(Takes.class, Duration.ofSeconds(60), 300 * MIB)) {
      assertThat(process.await(line -> {})).isEqualTo(BoundedProcess.End.TOO_LARGE);
    }
  }

  @Test
  void oneThatAsksForMoreHeapThanItMayHaveIsTooLarge() throws Exception {
    try (BoundedProcess process = start(Hoards.class, Duration.ofSeconds(60), 4096 * MIB)) {
      assertThat(process.await(line -> {})).isEqualTo(BoundedProcess.End.TOO_LARGE);
    }
  }

  @Test
  void oneThatIsKilledFromElsewhereHasCrashed() throws Exception {
    try (BoundedProcess process = start(Waits.class, Duration.ofSeconds(60), 1024 * MIB)) {
      BoundedProcess.End end =
          process.await(line -> ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly());
      assertThat(end).isEqualTo(BoundedProcess.End.CRASHED);
    }
  }

  @Test
  void oneThatIsCancelledIsEnded() throws Exception {
    try (BoundedProcess process = start(Waits.class, Duration.ofSeconds(60), 1024 * MIB)) {
      assertThat(process.await(line -> process.cancel())).isEqualTo(BoundedProcess.End.CANCELLED);
    }
  }

  @Test
  void oneThatHasEndedIsNotWaitedForIfItsOwnChildrenLive() throws Exception {
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    ProcessBuilder builder = new ChildCommand(Leaves.class, 1024 * MIB).builder(folder);
    try (BoundedProcess process =
        BoundedProcess.start(builder, Duration.ofSeconds(60), 1024 * MIB, Duration.ofMillis(500))) {
      assertThat(process.await(lines::add)).isEqualTo(BoundedProcess.End.DONE);
    } finally {
      // Its child prints a line as well.
      lines.stream()
          .filter(line -> line.matches("\\d+"))
          .forEach(
              pid ->
                  ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly));
    }
  }

  @Test
  void theEnvironmentIsNotHandedOn() {
    ProcessBuilder builder = new ChildCommand(Waits.class, 1024 * MIB).builder(folder);
    assertThat(builder.environment().keySet())
        .isSubsetOf(
            "PATH",
            "HOME",
            "LANG",
            "LC_ALL",
            "TMPDIR",
            "OPENCV_LOG_LEVEL",
            "DJL_CACHE_DIR",
            "ENGINE_CACHE_DIR",
            "OMP_WAIT_POLICY",
            "OMP_NUM_THREADS");
  }
}
