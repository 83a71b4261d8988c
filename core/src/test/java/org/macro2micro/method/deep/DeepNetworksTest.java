package org.macro2micro.method.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.List;
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

  @Test
  void offApexNetHasThePapersParameters() {
    // A stream: 6 * (25 + 1) + 16 * (6*25 + 1) = 156 + 2416 = 2572; two of them.
    // Linear: 2*16*7*7 + 1 = 1569 to 1024; 1025 to 1024; 1025 to 3 classes.
    assertThat(parameters(OffApexNet::new))
        .isEqualTo(2 * 2572 + 1569 * 1024 + 1025 * 1024 + 1025 * 3)
        .isEqualTo(2_664_475);
  }

  @Test
  void dualInceptionHasThePapersParameters() {
    // First block, 1 channel in, width 6: four 1x1 of 6 * 2 = 12; 3x3 6 * (54 + 1) = 330;
    // 5x5 6 * (150 + 1) = 906; together 1284.
    // Second block, 24 channels in, width 16: four 1x1 of 16 * 25 = 400; 3x3 16 * (144 + 1) = 2320;
    // 5x5 16 * (400 + 1) = 6416; together 10336. Two streams of both.
    // Linear: 2*64*7*7 + 1 = 6273 to 1024; 1025 to 3 classes.
    assertThat(parameters(DualInceptionNet::new))
        .isEqualTo(2 * (1284 + 10336) + 6273 * 1024 + 1025 * 3)
        .isEqualTo(6_449_867);
  }

  @Test
  void capsuleNetHasThePapersParameters() {
    // 9x9 on 3 channels: 256 * (243 + 1) = 62464; 9x9 on 256: 256 * (20736 + 1) = 5308672.
    // 28 -> 20 -> 6 pixels: 36 * 256 / 8 = 1152 capsules, a matrix of 8 x 16 each for 3 classes.
    int capsules = 1152 * 8 * 16 * 3;
    assertThat(parameters(classes -> new CapsuleNet(classes, 28)))
        .isEqualTo(62464 + 5308672 + capsules);
    // ResNet18 to its third stage: 9408 + 128; 4*36864 + 4*128;
    // 73728 + 3*147456 + 8192 + 5*256; 294912 + 3*589824 + 32768 + 5*512.
    int trunk = 9536 + 147968 + 525568 + 2099712;
    assertThat(trained(initialised(classes -> new CapsuleNet(classes, 224))))
        .isEqualTo(trunk + 2 * 5308672 + capsules);
  }

  @Test
  void capsuleNetOnFramesGivesLengthsOfEveryClass() {
    DeepNetwork network = initialised(classes -> new CapsuleNet(classes, 136, 8));
    NDArray lengths = forward(network, manager.ones(new Shape(2, 3, 136, 136)));
    assertThat(lengths.getShape()).isEqualTo(new Shape(2, 3));
    for (float length : lengths.toFloatArray()) {
      assertThat(length).isBetween(0f, 1f);
    }
    assertThatThrownBy(() -> new CapsuleNet(3, 112))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found images of 112 pixels, expected 28 or at least 129");
  }

  @Test
  void flowNetworksSeeBothFlowsAndStstNetStrainToo() {
    for (IntFunction<? extends DeepNetwork> factory :
        List.<IntFunction<? extends DeepNetwork>>of(
            OffApexNet::new, DualInceptionNet::new, StstNet::new)) {
      DeepNetwork network = initialised(factory);
      float[] none = forward(network, planes(-1)).toFloatArray();
      assertThat(forward(network, planes(0)).toFloatArray()).isNotEqualTo(none);
      assertThat(forward(network, planes(1)).toFloatArray()).isNotEqualTo(none);
      boolean strain = network instanceof StstNet;
      assertThat(Arrays.equals(forward(network, planes(2)).toFloatArray(), none))
          .isEqualTo(!strain);
    }
  }

  /** Images of zeros, with one plane of ones. */
  private NDArray planes(int bright) {
    float[] pixels = new float[3 * 28 * 28];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i / (28 * 28) == bright ? 1 : 0;
    }
    return manager.create(pixels, new Shape(1, 3, 28, 28));
  }

  private NDArray forward(DeepNetwork network, NDArray images) {
    return network
        .forward(new ParameterStore(manager, false), new NDList(images), false)
        .singletonOrThrow();
  }

  private static long trained(DeepNetwork network) {
    return NamedParameters.of(network).values().stream()
        .filter(Parameter::requiresGradient)
        .mapToLong(parameter -> parameter.getArray().size())
        .sum();
  }

  private long parameters(IntFunction<? extends DeepNetwork> factory) {
    DeepNetwork network = initialised(factory);
    Shape images = new Shape(network.view(1).shapes()[0].getShape());
    images = new Shape(2).addAll(images.slice(1));
    NDArray y = forward(network, manager.ones(images));
    assertThat(y.getShape()).isEqualTo(new Shape(2, 3));
    assertThat(network.getOutputShapes(new Shape[] {images})).containsExactly(y.getShape());
    for (float sum : network.probabilities(y).sum(new int[] {1}).toFloatArray()) {
      assertThat(sum).isCloseTo(1, within(1e-5f));
    }
    return trained(network);
  }

  private DeepNetwork initialised(IntFunction<? extends DeepNetwork> factory) {
    DeepNetwork network = factory.apply(3);
    SeededWeights.PYTORCH.initialize(network, manager, SeedPath.root(1), network.view(1).shapes());
    return network;
  }
}
