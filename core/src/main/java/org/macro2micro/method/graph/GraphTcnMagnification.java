package org.macro2micro.method.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.nn.PrefixedTensors;
import org.macro2micro.nn.SafetensorsFile;
import org.macro2micro.nn.WeightsFile;

/**
 * How Graph-TCN's clips are magnified: linearly, or by {@link MagNet}, whose file is read when it
 * is first asked for and then kept. A model that was trained with MagNet has its weights inside,
 * under names that begin with "magnet.", so that it needs no file to recognise.
 */
final class GraphTcnMagnification {
  private static final String SETTING = "methods.graph-tcn.magnet";
  private static final String PREFIX = "magnet.";

  // The whole network as float32 has 3.7 million bytes.
  private static final long LARGEST = 1L << 26;

  private final @Nullable Path file;
  private final List<Double> factors;
  private final double testFactor;
  private @Nullable Learnt read;

  private record Learnt(String digest, MagNetWeights weights, PatchSequences sequences) {}

  /** A network's weights, and how its clips are read. */
  record Opened(TrainedModel network, PatchSequences sequences) {}

  /**
   * @param file MagNet's weights as safetensors; null for linear magnification
   * @param factors for training clips
   * @param testFactor for clips that are predicted
   */
  GraphTcnMagnification(@Nullable Path file, List<Double> factors, double testFactor) {
    this.file = file;
    this.factors = factors;
    this.testFactor = testFactor;
  }

  /**
   * SHA-256 of the file; empty without one.
   *
   * @throws IllegalArgumentException if the file can't be read or does not hold MagNet
   */
  Optional<String> digest() {
    return learnt().map(Learnt::digest);
  }

  /** How training clips, and those that judge an epoch, are read. */
  PatchSequences sequences() {
    return learnt().map(Learnt::sequences).orElse(FacePatches::sequence);
  }

  /** A trained network with all that is needed to use it. */
  TrainedModel completed(TrainedModel network) {
    return learnt()
        .map(
            magnet ->
                new TrainedModel(
                    PrefixedTensors.joined(network.weights(), PREFIX, magnet.weights().bytes()),
                    network.labels()))
        .orElse(network);
  }

  /**
   * Takes what {@link #completed} made apart.
   *
   * @throws IllegalArgumentException if the weights are damaged, or MagNet's are missing
   */
  Opened opened(String method, TrainedModel model) {
    if (file == null) {
      return new Opened(model, FacePatches::sequence);
    }
    SafetensorsFile all = SafetensorsFile.of(method, model.weights());
    if (all.names().stream().noneMatch(name -> name.startsWith(PREFIX))) {
      throw new IllegalArgumentException(
          "%s: found the tensors %s, expected some that begin with %s; was the model trained without %s?"
              .formatted(method, all.names(), PREFIX, SETTING));
    }
    return new Opened(
        new TrainedModel(PrefixedTensors.without(all, PREFIX), model.labels()),
        new LearntSequences(
            new MagNetWeights(PrefixedTensors.of(all, PREFIX)), List.of(testFactor)));
  }

  /** What must be said of results, a sentence. */
  String note() {
    return file == null
        ? "magnification is linear, a substitute for the learnt one of its authors (methods.graph-tcn.magnet)."
        : "magnification is learnt, by the weights of MagNet in " + file.getFileName() + ".";
  }

  private synchronized Optional<Learnt> learnt() {
    if (read == null && file != null) {
      WeightsFile whole =
          WeightsFile.read(
              SETTING, file, "MagNet's weights as safetensors (tools/magnet)", LARGEST);
      MagNetWeights weights = MagNetWeights.of(whole);
      List<Double> all = new ArrayList<>(factors);
      all.add(testFactor);
      read = new Learnt(whole.digest(), weights, new LearntSequences(weights, all));
    }
    return Optional.ofNullable(read);
  }
}
