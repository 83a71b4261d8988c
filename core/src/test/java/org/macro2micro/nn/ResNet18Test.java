package org.macro2micro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.seed.SeedPath;

class ResNet18Test {
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
  void hasTheOriginalsParametersAndNames() {
    ResNet18 trunk = trunk(64, 64, 1);
    Map<String, Parameter> named = NamedParameters.of(trunk);
    long trainable =
        named.values().stream()
            .filter(Parameter::requiresGradient)
            .mapToLong(p -> p.getArray().size())
            .sum();
    // torchvision's resnet18 has 11,689,512 parameters, of which its linear layer 513,000.
    assertThat(trainable).isEqualTo(11_689_512 - 513_000);
    assertThat(named)
        .containsKeys(
            "conv1.weight",
            "bn1.running_mean",
            "layer1.0.conv1.weight",
            "layer2.0.downsample.0.weight",
            "layer2.0.downsample.1.running_var",
            "layer4.1.bn2.bias")
        .hasSize(20 + 20 * 4);
    assertThat(named.get("layer4.0.conv1.weight").getArray().getShape())
        .isEqualTo(new Shape(512, 256, 3, 3));
  }

  @Test
  void mapIsAThirtySecondOfTheImageRoundedUp() {
    for (int size : new int[] {28, 32, 33, 48, 112}) {
      ResNet18 trunk = trunk(4, size, 1);
      long expected = (size + 31) / 32;
      Shape declared = trunk.getOutputShapes(new Shape[] {new Shape(2, 3, size, size)})[0];
      NDArray map = forward(trunk, manager.ones(new Shape(2, 3, size, size)), false);
      assertThat(map.getShape()).isEqualTo(new Shape(2, 32, expected, expected));
      assertThat(declared).isEqualTo(map.getShape());
    }
  }

  @Test
  void startsFromSeedsOfNames() {
    byte[] one = Safetensors.write(trunk(4, 32, 1));
    assertThat(Safetensors.write(trunk(4, 32, 1))).isEqualTo(one);
    assertThat(Safetensors.write(trunk(4, 32, 2))).isNotEqualTo(one);
  }

  /** Clips come with the channels of a pixel side by side, where narrow maps once broke memory. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 6, 8, 16})
  void gradientsDoNotDependOnWhereTheNumbersLie(int width) {
    float[] numbers = random(8 * 3 * 32 * 32);
    NDArray apart = manager.create(numbers, new Shape(8, 3, 32, 32));
    NDArray together =
        apart
            .transpose(0, 2, 3, 1)
            .reshape(apart.size())
            .reshape(8, 32, 32, 3)
            .transpose(0, 3, 1, 2);
    assertThat(together.toFloatArray()).isEqualTo(numbers);
    float[] expected = gradients(width, apart);
    float[] found = gradients(width, together);
    double apartness = 0;
    double length = 0;
    for (int i = 0; i < expected.length; i++) {
      apartness += Math.pow(found[i] - expected[i], 2);
      length += Math.pow(expected[i], 2);
    }
    assertThat(length).isPositive();
    // Rounding: batch normalisation of eight numbers makes much of little.
    assertThat(Math.sqrt(apartness / length)).isLessThan(.01);
  }

  private float[] gradients(int width, NDArray images) {
    ResNet18 trunk = trunk(width, 32, 1);
    List<Float> all = new ArrayList<>();
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray map =
          trunk
              .forward(new ParameterStore(manager, false), new NDList(images), true)
              .singletonOrThrow();
      collector.backward(map.mul(map).sum());
    }
    for (Parameter parameter : NamedParameters.of(trunk).values()) {
      if (parameter.requiresGradient()) {
        for (float number : parameter.getArray().getGradient().toFloatArray()) {
          all.add(number);
        }
      }
    }
    float[] gradients = new float[all.size()];
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = all.get(i);
    }
    return gradients;
  }

  @Test
  void runningStatisticsMoveByATenthATrainingStep() {
    ResNet18 trunk = trunk(4, 32, 1);
    Parameter mean = NamedParameters.of(trunk).get("bn1.running_mean");
    NDArray image = manager.create(random(2 * 3 * 32 * 32), new Shape(2, 3, 32, 32));
    NDArray conv =
        trunk
            .getChildren()
            .get(0)
            .getValue()
            .forward(new ParameterStore(manager, false), new NDList(image), false)
            .singletonOrThrow();
    float[] expected =
        conv.swapAxes(0, 1).reshape(4, -1).mean(new int[] {1}).mul(.1).toFloatArray();
    forward(trunk, image, true);
    float[] moved = mean.getArray().toFloatArray();
    for (int i = 0; i < moved.length; i++) {
      assertThat(moved[i]).isCloseTo(expected[i], org.assertj.core.api.Assertions.within(1e-5f));
    }
  }

  @Test
  void weightsReadWhatTheyWrite() {
    ResNet18 first = trunk(4, 32, 1);
    ResNet18 second = trunk(4, 32, 2);
    NDArray image = manager.create(random(2 * 3 * 32 * 32), new Shape(2, 3, 32, 32));
    forward(first, image.mul(3).add(1), true);
    Safetensors.read(Safetensors.write(first), second, manager);
    assertThat(forward(second, image, false).toFloatArray())
        .isEqualTo(forward(first, image, false).toFloatArray());
  }

  @Test
  void damagedOrForeignWeightsAreRefused() {
    ResNet18 trunk = trunk(4, 32, 1);
    byte[] good = Safetensors.write(trunk);
    assertThatThrownBy(() -> Safetensors.read(Arrays.copyOf(good, good.length / 2), trunk, manager))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cut short");
    assertThatThrownBy(() -> Safetensors.read(new byte[] {1, 2, 3}, trunk, manager))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Safetensors.read(Safetensors.write(trunk(8, 32, 1)), trunk, manager))
        .hasMessageContaining(
            "tensor conv1.weight: found shape [8, 3, 7, 7], expected shape [4, 3, 7, 7]");
  }

  @Test
  void reversalIsTheIdentityForwardAndExactlyNegatedBackward() {
    float[] at = random(6);
    float[][] gradients = new float[2][];
    for (int reversed = 0; reversed < 2; reversed++) {
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray x = manager.create(at);
        x.setRequiresGradient(true);
        NDArray y = reversed == 1 ? GradientReversal.reverse(x, 1) : x;
        assertThat(y.toFloatArray()).isEqualTo(at);
        NDArray value = y.square().mul(y).sum();
        DirectMemoryChurn.run();
        collector.backward(value);
        gradients[reversed] = x.getGradient().toFloatArray();
      }
    }
    for (int i = 0; i < at.length; i++) {
      assertThat(gradients[1][i]).isEqualTo(-gradients[0][i]);
    }
  }

  @Test
  void rampGoesFromZeroToOne() {
    assertThat(GradientReversal.Schedule.RAMP.lambda(0)).isZero();
    assertThat(GradientReversal.Schedule.RAMP.lambda(1)).isGreaterThan(.999);
    assertThat(GradientReversal.Schedule.CONSTANT.lambda(.3)).isEqualTo(1);
  }

  private ResNet18 trunk(int width, int size, long seed) {
    ResNet18 trunk = new ResNet18(width);
    SeededWeights.TORCHVISION.initialize(
        trunk, manager, SeedPath.root(seed), new Shape(1, 3, size, size));
    return trunk;
  }

  private NDArray forward(Block block, NDArray image, boolean training) {
    return block
        .forward(new ParameterStore(manager, false), new NDList(image), training)
        .singletonOrThrow();
  }

  private static float[] random(int count) {
    float[] values = new float[count];
    var random = SeedPath.root(9).random();
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
