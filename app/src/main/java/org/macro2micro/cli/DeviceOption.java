package org.macro2micro.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.EngineStart;
import picocli.CommandLine.Option;

/** The option that says where a network computes. */
final class DeviceOption {
  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu",
      defaultValue = "auto",
      description =
          "Where the network computes (default: auto, which is a card if there is one that works).")
  private String device = "auto";

  /**
   * Returns the device that is taken here, before any work begins; the machines of a cluster choose
   * theirs themselves.
   *
   * @throws InputException if the name is not known
   * @throws org.macro2micro.nn.EngineStartException if a card is asked for and there is none
   */
  ComputeDevice of(Optional<Cluster> cluster) throws InputException {
    ComputeDevice wanted =
        Arrays.stream(ComputeDevice.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(device))
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "predict: --device %s, expected auto, cpu or gpu".formatted(device)));
    return cluster.isPresent() ? wanted : EngineStart.resolved(wanted);
  }
}
