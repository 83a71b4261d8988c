package org.macro2micro.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a service.
 *
 * @param models files of recognisers, which are used if a purpose is stated
 * @param host the name or address that it listens at
 * @param port 0 to 65535; 0 stands for any free port
 * @param data the folder of films, results and annotations
 * @param purpose what emotions are named for; without a purpose the service shows movements alone
 * @param runs the folder whose runs are shown
 * @param tokenFile holds the secret that callers from other machines must send
 * @param gallery whether a service without films draws some at its first start
 * @param limits what the service refuses
 */
public record ServeSettings(
    List<Path> models,
    String host,
    int port,
    Path data,
    Optional<String> purpose,
    Optional<Path> runs,
    Optional<Path> tokenFile,
    boolean gallery,
    Limits limits) {
  public ServeSettings {
    models = List.copyOf(models);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "serve: --port %d; expected 0 (any) to 65535".formatted(port));
    }
  }

  /**
   * What the service refuses, so that one caller can't take all of a machine.
   *
   * @param bytes of an upload, at least 1
   * @param seconds that a film may last, above 0
   * @param pixels of a frame, at least 4
   * @param queue films that may wait, at least 1
   * @param jobTime how long a film may be worked at, above 0 and at most 1,000,000 s
   * @param jobBytes memory that the process of a film may hold, at least 256 MiB
   * @param freeBytes that an upload must leave on the disk
   * @param retention after which a film with all that belongs to it is deleted
   */
  public record Limits(
      long bytes,
      double seconds,
      long pixels,
      int queue,
      Duration jobTime,
      long jobBytes,
      long freeBytes,
      Duration retention) {
    private static final Duration LONGEST_JOB = Duration.ofSeconds(1_000_000);

    public Limits {
      if (bytes < 1
          || !(seconds > 0 && seconds <= 1e6)
          || pixels < 4
          || queue < 1
          || jobTime.isNegative()
          || jobTime.isZero()
          || jobTime.compareTo(LONGEST_JOB) > 0
          || jobBytes < 1 << 28
          || freeBytes < 0
          || retention.isNegative()
          || retention.isZero()) {
        throw new IllegalArgumentException(
            "serve: %s; expected numbers above 0, at most 1000000 seconds for a film or a job, and at least 256 MiB for a job"
                .formatted(this));
      }
    }
  }
}
