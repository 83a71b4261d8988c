package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.macro2micro.config.ExperimentSettings.InitChoices;
import org.macro2micro.config.SettingsException;
import org.macro2micro.method.proposed.InitialTrunks;
import org.macro2micro.nn.TorchvisionTrunk;

/** Finds the file of initial weights that an experiment names. */
final class InitialWeights {
  // Torchvision's own file has 45 MiB.
  private static final long LARGEST = 1L << 30;

  private InitialWeights() {}

  /**
   * What the trunks start from; empty for random weights.
   *
   * @throws SettingsException if the file can't be read or does not hold torchvision's ResNet18
   */
  static Optional<InitialTrunks> load(InitChoices init) throws SettingsException {
    Path file = init.weights();
    if (file == null) {
      return Optional.empty();
    }
    String name = "init.weights " + file;
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new SettingsException(
            "%s: found %d bytes, expected about 47 million: torchvision's ResNet18 as safetensors"
                .formatted(name, size));
      }
      TorchvisionTrunk weights = TorchvisionTrunk.read(name, Files.readAllBytes(file));
      return Optional.of(new InitialTrunks(weights, init.trunks()));
    } catch (NoSuchFileException e) {
      throw new SettingsException(
          name + ": no such file; name torchvision's ResNet18 as a safetensors file", e);
    } catch (IOException e) {
      throw new SettingsException("%s: can't be read (%s)".formatted(name, e), e);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()), e);
    }
  }
}
