package org.macro2micro.method.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.seed.SeedPath;

class DeepNetworksTest {
  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void ststNetHasThePapersParameters() {
    // Convolutions (3*9 weights and a bias) of 3 + 5 + 8 filters: 16 * 28 = 448.
    // Batch normalisation, scale and shift of 16: 32.
    // Linear, 16 maps of 5x5 and a bias to 3 classes: 3 * 401 = 1203.
    assertThat(parameters(StstNet::new)).isEqualTo(448 + 32 + 1203);
  }

  private long parameters(IntFunction<? extends DeepNetwork> factory) {
    DeepNetwork network = initialised(factory);
    Shape images = new Shape(2, 3, network.side(), network.side());
    NDArray x = manager.ones(images);
    NDArray y =
        network
            .forward(new ParameterStore(manager, false), new NDList(x), false)
            .singletonOrThrow();
    assertThat(y.getShape()).isEqualTo(new Shape(2, 3));
    assertThat(network.getOutputShapes(new Shape[] {images})).containsExactly(y.getShape());
    for (float sum : network.probabilities(y).sum(new int[] {1}).toFloatArray()) {
      assertThat(sum).isCloseTo(1, within(1e-5f));
    }
    return NamedParameters.of(network).values().stream()
        .filter(Parameter::requiresGradient)
        .mapToLong(parameter -> parameter.getArray().size())
        .sum();
  }

  private DeepNetwork initialised(IntFunction<? extends DeepNetwork> factory) {
    DeepNetwork network = factory.apply(3);
    SeededWeights.PYTORCH.initialize(
        network, manager, SeedPath.root(1), new Shape(1, 3, network.side(), network.side()));
    return network;
  }
}
