package org.macro2micro.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.macro2micro.base.FolderTree;
import org.macro2micro.base.Sha256;
import org.macro2micro.base.WholeFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.method.WorkStore;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.train.Phase;

/**
 * Keeps trained weights as files named after a digest of all that determines them, so that rows
 * share them and a killed run finds them again. Weights are safetensors.
 *
 * @param folder created when first needed
 */
record StoredWork(Path folder) implements WorkStore {
  /**
   * Where the settings say; the pieces of a card lie apart from those of the processor.
   *
   * @param settings with the device that networks compute on
   * @param usual the folder if they name none
   */
  static StoredWork of(ExperimentSettings settings, Path usual) {
    Path named = settings.work();
    Path folder = named == null ? usual : named;
    return new StoredWork(settings.device() == ComputeDevice.GPU ? folder.resolve("gpu") : folder);
  }

  @Override
  public byte[] once(Phase phase, String key, Supplier<byte[]> work) {
    Path file = folder.resolve(phase.word() + "-" + Sha256.hex(key) + ".safetensors");
    try {
      if (Files.exists(file)) {
        return Files.readAllBytes(file);
      }
      byte[] result = work.get();
      WholeFile.write(file, result);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Deletes what is kept here. */
  void discard() throws IOException {
    FolderTree.delete(folder);
  }
}
