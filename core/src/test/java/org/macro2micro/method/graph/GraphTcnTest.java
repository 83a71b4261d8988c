package org.macro2micro.method.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.seed.SeedPath;

class GraphTcnTest {
  private static final int LENGTH = 1372;
  private static final int BROWS = 490;

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /**
   * A first block: 7*25 + 25 + 25 gains, 7*25*25 + 25 + 25, 25 + 25 = 4,700; a later one: twice
   * 4,425 = 8,850. Head: 34,300*512 + 512 + 2*512, 512*5 + 5 + 2*5.
   */
  @ParameterizedTest
  @CsvSource({
    "tcn.node.*, 5, 31250",
    "tcn.edge.*, 5, 4700",
    ".*weight_g, 5, 250",
    ".*, 5, 17601661",
    ".*, 3, 17600631"
  })
  void hasTheAuthorsParameters(String parts, int classes, long expected) {
    assertThat(NetworkChecks.trained(initialised(classes, 512), parts)).isEqualTo(expected);
  }

  /** With weights above 0, an impulse makes every output above 0 that it reaches. */
  @Test
  void theEdgesNetSeesTheSamePixelOfTwelvePatchesBack() {
    TemporalNet net = positive();
    float[] outputs = net.edge(store(), impulse(100), false, null).toFloatArray();
    assertThat(places(outputs))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, 12).mapToObj(lag -> 100 + 49 * lag).toList());
    assertThat(places(outputs)).contains(688);
  }

  @Test
  void theNodesNetSeesTheHundredEightyNumbersBefore() {
    TemporalNet net = positive();
    float[] outputs = net.node(store(), impulse(100), false, null).toFloatArray();
    assertThat(places(outputs))
        .containsExactlyElementsOf(IntStream.rangeClosed(100, 280).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 77, 489, 490, 900, 1371})
  void aNumberChangesNothingBeforeItAndNothingOfTheOtherPart(int changed) {
    GraphTcn network = initialised(3, 8);
    float[] sequence = random(LENGTH, 5);
    float[] before = maps(network, sequence);
    sequence[changed] += 2;
    float[] after = maps(network, sequence);
    int from = changed;
    int to = changed < BROWS ? BROWS : LENGTH;
    List<Integer> differing = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      if (before[i] != after[i]) {
        differing.add(i % LENGTH);
      }
    }
    assertThat(differing).contains(from).allMatch(place -> place >= from && place < to);
  }

  /** A direction of (3, 4), which is 5 long, and a gain of 10 make a filter of (6, 8). */
  @ParameterizedTest
  @CsvSource({"1, 9, 7, 17", "2, 9, 1, 23"})
  void aFilterIsItsDirectionTimesItsGain(int dilation, float first, float second, float third) {
    CausalConvolution convolution = new CausalConvolution(1, dilation);
    convolution.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 3));
    Map<String, Parameter> named = NamedParameters.of(convolution);
    named.get("weight_v").getArray().set(new float[] {0, 0, 0, 0, 0, 3, 4});
    named.get("weight_g").getArray().set(new float[] {10});
    named.get("bias").getArray().set(new float[] {1});
    NDArray sequence = manager.create(new float[] {1, 0, 2}, new Shape(1, 1, 3));
    assertThat(
            convolution
                .forward(store(), new NDList(sequence), false)
                .singletonOrThrow()
                .toFloatArray())
        .containsExactly(new float[] {first, second, third}, within(1e-5f));
  }

  @Test
  void atTheStartGainsAreTheLengthsOfTheFilters() {
    Map<String, Parameter> named = NamedParameters.of(initialised(3, 8));
    float[] gains = named.get("tcn.node2.conv1.weight_g").getArray().toFloatArray();
    float[] directions = named.get("tcn.node2.conv1.weight_v").getArray().toFloatArray();
    assertThat(gains).hasSize(25);
    for (int filter = 0; filter < 25; filter++) {
      double squares = 0;
      for (int i = 0; i < 175; i++) {
        squares += Math.pow(directions[filter * 175 + i], 2);
      }
      assertThat((double) gains[filter]).isPositive().isCloseTo(Math.sqrt(squares), within(1e-5));
    }
    // The map of what came in is drawn with deviation .01.
    float[] skip = named.get("tcn.edge.skip").getArray().toFloatArray();
    assertThat(skip).hasSize(25);
    double squares = 0;
    for (float value : skip) {
      squares += value * value;
    }
    assertThat(Math.sqrt(squares / 25)).isBetween(.006, .014);
  }

  /** A block whose convolutions give 0 hands on what came in, without what is below 0. */
  @Test
  void aBlockAddsWhatCameIn() {
    TemporalBlock block = new TemporalBlock("block", 1, 1, 1, .5);
    SeedPath seed = SeedPath.root(1);
    SeededWeights.PYTORCH.initialize(block, manager, seed, new Shape(1, 1, 4));
    NamedParameters.of(block).get("conv2.weight_g").getArray().set(new float[] {0});
    NDArray sequence = manager.create(new float[] {1, -2, 3, 0}, new Shape(1, 1, 4));
    assertThat(
            block.forward(store(), new NDList(sequence), false).singletonOrThrow().toFloatArray())
        .containsExactly(1, 0, 3, 0);
  }

  @Test
  void noScoreIsNegative() {
    GraphTcn network = initialised(5, 16);
    NDArray sequences = manager.create(random(4 * LENGTH, 3), new Shape(4, 1, LENGTH));
    NDArray scores = network.forward(store(), new NDList(sequences), false).singletonOrThrow();
    assertThat(scores.getShape()).isEqualTo(new Shape(4, 5));
    float[] values = scores.toFloatArray();
    boolean some = false;
    for (float value : values) {
      assertThat(value).isNotNegative();
      some |= value > 0;
    }
    assertThat(some).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcn.node1.conv1.weight_v",
        "tcn.node1.conv1.weight_g",
        "tcn.node1.skip",
        "tcn.node4.conv2.weight_v",
        "tcn.edge.conv1.weight_g",
        "tcn.edge.conv2.weight_v",
        "tcn.edge.skip",
        "linear1.weight",
        "linear2.weight"
      })
  void theLossReachesEveryPart(String name) {
    GraphTcn network = initialised(3, 8);
    NDArray sequences = manager.create(random(6 * LENGTH, 9), new Shape(6, 1, LENGTH));
    NDArray weight = NamedParameters.of(network).get(name).getArray();
    NetworkChecks.requireReached(weight, () -> loss(network, sequences), 2e-3, 5);
  }

  private NDArray loss(GraphTcn network, NDArray sequences) {
    NDArray scores = network.forward(store(), new NDList(sequences), true).singletonOrThrow();
    return ClassificationLoss.of(scores, manager.create(new long[] {0, 1, 2, 0, 1, 2}));
  }

  private float[] maps(GraphTcn network, float[] sequence) {
    NDArray array = manager.create(sequence, new Shape(1, 1, LENGTH));
    return network.maps(store(), array, false, null).toFloatArray();
  }

  private NDList impulse(int at) {
    float[] sequence = new float[882];
    sequence[at] = 1;
    return new NDList(manager.create(sequence, new Shape(1, 1, sequence.length)));
  }

  /** The places, of 882, at which some channel is not 0. */
  private static List<Integer> places(float[] outputs) {
    assertThat(outputs).hasSize(25 * 882);
    return IntStream.range(0, outputs.length)
        .filter(i -> outputs[i] != 0)
        .map(i -> i % 882)
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  /** A net all of whose weights are above 0 and all of whose biases are 0. */
  private TemporalNet positive() {
    TemporalNet net = new TemporalNet(.05);
    SeededWeights.PYTORCH.initialize(net, manager, SeedPath.root(1), new Shape(1, 1, 882));
    NamedParameters.of(net)
        .forEach(
            (name, parameter) -> {
              NDArray array = parameter.getArray();
              float[] values = new float[Math.toIntExact(array.size())];
              java.util.Arrays.fill(values, name.endsWith("bias") ? 0 : 1);
              array.set(values);
            });
    return net;
  }

  private ParameterStore store() {
    return new ParameterStore(manager, false);
  }

  private static float[] random(int size, int seed) {
    RandomGenerator random = SeedPath.root(seed).random();
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  private GraphTcn initialised(int classes, int hidden) {
    GraphTcn network = new GraphTcn(classes, hidden, 0, 2);
    network.start().initialize(network, manager, SeedPath.root(1), network.view(1).shapes());
    return network;
  }
}
