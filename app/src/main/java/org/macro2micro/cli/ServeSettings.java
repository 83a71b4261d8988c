package org.macro2micro.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a service is to be.
 *
 * @param models weights of recognisers, which are used if a purpose is stated
 * @param host the name or address that it listens at
 * @param port 0 to 65535; 0 is any that is free
 * @param data the folder of films, results and annotations
 * @param purpose what emotions are named for; without it movements alone are shown
 * @param runs the folder whose runs are shown
 * @param tokenFile holds what callers from other machines must know
 * @param gallery whether a service without films draws some at its first start
 * @param limits what is refused
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
   * What is refused, so that one caller can't take all of a machine.
   *
   * @param bytes of an upload, at least 1
   * @param seconds that a film lasts, above 0
   * @param pixels of a frame, at least 4
   * @param queue films that wait, at least 1
   * @param jobTime how long a film may be worked at
   * @param jobBytes memory of the process that works at a film
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
    public Limits {
      if (bytes < 1
          || !(seconds > 0 && seconds <= 1e6)
          || pixels < 4
          || queue < 1
          || jobTime.isNegative()
          || jobTime.isZero()
          || jobBytes < 1 << 28
          || freeBytes < 0
          || retention.isNegative()
          || retention.isZero()) {
        throw new IllegalArgumentException(
            "serve: %s; expected numbers above 0, at most 1000000 seconds a film, and at least 256 MiB for a job"
                .formatted(this));
      }
    }
  }
}
