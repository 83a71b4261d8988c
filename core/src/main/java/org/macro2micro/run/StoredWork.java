package org.macro2micro.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.macro2micro.experiment.WholeFile;
import org.macro2micro.method.WorkStore;
import org.macro2micro.train.Phase;

/**
 * Keeps trained weights as files named after a digest of all that determines them, so that rows
 * share them and a killed run finds them again. Weights are safetensors.
 *
 * @param folder created when first needed
 */
record StoredWork(Path folder) implements WorkStore {
  @Override
  public byte[] once(Phase phase, String key, Supplier<byte[]> work) {
    Path file = folder.resolve(phase.word() + "-" + digest(key) + ".safetensors");
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
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  /** SHA-256 of a text, as 64 hexadecimal digits. */
  static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of bytes, as 64 hexadecimal digits. */
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
