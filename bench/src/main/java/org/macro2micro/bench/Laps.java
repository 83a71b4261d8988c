package org.macro2micro.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** How long pieces of work took, by the clock and by the processor time of all threads. */
final class Laps {
  /**
   * One piece.
   *
   * @param wall seconds by the clock
   * @param cpu seconds of processor time, which a busy machine changes less
   */
  record Lap(double wall, double cpu) {}

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final List<Lap> laps = new ArrayList<>();
  private long wall;
  private long cpu;

  /** Begins a piece. */
  void start() {
    wall = System.nanoTime();
    cpu = process.getProcessCpuTime();
  }

  /** Ends a piece and begins the next one. */
  void lap() {
    lap(1);
  }

  /** Ends a piece that was so many alike, each of which is a share of it, and begins the next. */
  void lap(int alike) {
    long wallThen = wall;
    long cpuThen = cpu;
    start();
    laps.add(new Lap((wall - wallThen) / 1e9 / alike, (cpu - cpuThen) / 1e9 / alike));
  }

  List<Lap> all() {
    return List.copyOf(laps);
  }
}
