package org.macro2micro.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What this process holds, in MB of 10^6 bytes; on Linux only.
 *
 * @param resident all pages in memory, those of files too
 * @param heap Java's heap in use; the rest of it may hold garbage
 * @param outside pages of no file that are neither Java's heap nor its other areas: native memory
 *     of libraries. Exact only where Java was started with -Xms as large as -Xmx and
 *     -XX:+AlwaysPreTouch, so that all of its heap lies in memory
 */
record ProcessMemory(double resident, double heap, double outside) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final double MEGA = 1e6;

  static ProcessMemory now() throws IOException {
    List<String> lines = Files.readAllLines(STATUS);
    MemoryMXBean java = ManagementFactory.getMemoryMXBean();
    double committed =
        java.getHeapMemoryUsage().getCommitted() + java.getNonHeapMemoryUsage().getCommitted();
    return new ProcessMemory(
        bytes(lines, "VmRSS:") / MEGA,
        java.getHeapMemoryUsage().getUsed() / MEGA,
        (bytes(lines, "RssAnon:") - committed) / MEGA);
  }

  private static double bytes(List<String> lines, String name) throws IOException {
    for (String line : lines) {
      if (line.startsWith(name)) {
        return 1024 * Double.parseDouble(line.substring(name.length()).replace("kB", "").strip());
      }
    }
    throw new IOException("%s: found no line %s, expected Linux's".formatted(STATUS, name));
  }
}
