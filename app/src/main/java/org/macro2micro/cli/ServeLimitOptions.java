package org.macro2micro.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say what a service refuses and when it deletes films. */
final class ServeLimitOptions {
  private static final String BYTES = "500";
  private static final String SECONDS = "300";
  private static final String PIXELS = "9";
  private static final String QUEUE = "64";
  private static final String JOB_SECONDS = "900";
  private static final String JOB_MEMORY = "2048";
  private static final String FREE = "1000";
  private static final String HOURS = "24";
  private static final double MILLION = 1e6;
  private static final double MILLISECONDS = 1000;
  private static final double MILLISECONDS_OF_HOUR = 3_600_000;

  @Option(
      names = "--max-megabytes",
      paramLabel = "N",
      defaultValue = BYTES,
      description = "Size of the largest upload (default: ${DEFAULT-VALUE}).")
  private double megabytes = Double.parseDouble(BYTES);

  @Option(
      names = "--max-seconds",
      paramLabel = "N",
      defaultValue = SECONDS,
      description = "Length of the longest film (default: ${DEFAULT-VALUE}).")
  private double seconds = Double.parseDouble(SECONDS);

  @Option(
      names = "--max-megapixels",
      paramLabel = "N",
      defaultValue = PIXELS,
      description = "Size of the largest frame (default: ${DEFAULT-VALUE}, which is 4K).")
  private double megapixels = Double.parseDouble(PIXELS);

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = QUEUE,
      description = "Films that may wait (default: ${DEFAULT-VALUE}).")
  private int queue = Integer.parseInt(QUEUE);

  @Option(
      names = "--job-seconds",
      paramLabel = "N",
      defaultValue = JOB_SECONDS,
      description = "How long a film may be worked at (default: ${DEFAULT-VALUE}).")
  private double jobSeconds = Double.parseDouble(JOB_SECONDS);

  @Option(
      names = "--job-memory",
      paramLabel = "MIB",
      defaultValue = JOB_MEMORY,
      description = "Memory of the process that works at a film (default: ${DEFAULT-VALUE}).")
  private long jobMemory = Long.parseLong(JOB_MEMORY);

  @Option(
      names = "--free-megabytes",
      paramLabel = "N",
      defaultValue = FREE,
      description = "Room on the disk that uploads must leave (default: ${DEFAULT-VALUE}).")
  private double free = Double.parseDouble(FREE);

  @Option(
      names = "--keep-hours",
      paramLabel = "N",
      defaultValue = HOURS,
      description =
          "After so many hours a film is deleted with all that belongs to it (default:"
              + " ${DEFAULT-VALUE}).")
  private double hours = Double.parseDouble(HOURS);

  /** Returns the limits. */
  ServeSettings.Limits limits() throws InputException {
    try {
      return new ServeSettings.Limits(
          (long) (megabytes * MILLION),
          seconds,
          (long) (megapixels * MILLION),
          queue,
          Duration.ofMillis((long) (jobSeconds * MILLISECONDS)),
          Math.multiplyExact(jobMemory, 1L << 20),
          (long) (free * MILLION),
          Duration.ofMillis((long) (hours * MILLISECONDS_OF_HOUR)));
    } catch (IllegalArgumentException e) {
      throw new InputException(e);
    } catch (ArithmeticException e) {
      throw new InputException(
          "serve: --job-memory %d is too large; it is in MiB".formatted(jobMemory));
    }
  }
}
