package org.macro2micro.method.proposed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.nn.TorchvisionTrunk;

/**
 * What the trunks start from: random weights, or a file's, which is read when it is first asked for
 * and then kept.
 */
final class InitialWeights {
  // Torchvision's own file has 45 MiB.
  private static final long LARGEST = 1L << 30;

  private final @Nullable Path file;
  private final InitialTrunks.Trunks trunks;
  private @Nullable InitialTrunks read;

  /**
   * @param file torchvision's ResNet18 as safetensors; null for random weights
   * @param trunks which trunks take those weights
   */
  InitialWeights(@Nullable Path file, InitialTrunks.Trunks trunks) {
    this.file = file;
    this.trunks = trunks;
  }

  /** Weights that were read before; null for random ones. */
  static InitialWeights of(@Nullable InitialTrunks read) {
    InitialWeights weights =
        new InitialWeights(null, read == null ? InitialTrunks.Trunks.BOTH : read.trunks());
    weights.read = read;
    return weights;
  }

  /**
   * The file's weights; empty for random ones.
   *
   * @throws IllegalArgumentException if the file can't be read or does not hold torchvision's
   *     ResNet18
   */
  synchronized Optional<InitialTrunks> load() {
    if (read == null && file != null) {
      read = new InitialTrunks(read(file), trunks);
    }
    return Optional.ofNullable(read);
  }

  private static TorchvisionTrunk read(Path file) {
    String name = "init.weights " + file;
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new IllegalArgumentException(
            "%s: found %d bytes, expected about 47 million: torchvision's ResNet18 as safetensors"
                .formatted(name, size));
      }
      return TorchvisionTrunk.read(name, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          name + ": no such file; name torchvision's ResNet18 as a safetensors file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s: can't be read (%s)".formatted(name, e), e);
    }
  }
}
