package org.macro2micro.method.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.loss.ActionUnitLoss;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;

class AuGacnTest {
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
   * Backbone: 64*3*49 + 128, three bottlenecks of 64*16 + 16*16*9 + 16*16*3 + 16*64 + 2*(3*16+64),
   * two projections of 64*64 + 128, 64*18 + 18. Graph: 32+32, twice 32*32+32, 96+1. Head:
   * 192*32+32, 32*16+16, 16*3+3.
   */
  @ParameterizedTest
  @CsvSource({"backbone, 35186", "gcn|pool, 2273", "lin, 6755", "backbone|gcn|pool|lin, 44214"})
  void hasTheAuthorsParameters(String parts, long expected) {
    AuGacn network = initialised(3, 18);
    assertThat(NetworkChecks.trained(network, "(" + parts + ").*")).isEqualTo(expected);
    assertThat(NetworkChecks.trained(network, ".*")).isEqualTo(44214);
  }

  /** By the slip of the authors' code the head reads 384 numbers, of which half are always 0. */
  @Test
  void aDoubledReadoutWouldHaveTheParametersOfTheAuthorsCode() {
    AuGacn network = initialised(3, 18);
    long again = NetworkChecks.trained(network, "lin1\\.weight");
    assertThat(again).isEqualTo(6144);
    assertThat(NetworkChecks.trained(network, ".*") + again).isEqualTo(50_358);
  }

  /**
   * Convolutions of 1, 2 in space, 3 in time and 1, each of the first channel alone; of an input of
   * 1: 2 * 3 + 1, 2 + 3 + 1 and 2 + 2 * 3 + 1.
   */
  @ParameterizedTest
  @CsvSource({"SERIES, 7", "PARALLEL, 6", "SERIES_AND_SKIP, 9"})
  void bottlenecksJoinSpaceAndTimeByTheirOrder(PseudoBottleneck.Order order, float expected) {
    PseudoBottleneck bottleneck = new PseudoBottleneck(order, false);
    Shape input = new Shape(1, PseudoBottleneck.WIDE, 3, 3, 3);
    bottleneck.initialize(manager, DataType.FLOAT32, input);
    Map<String, Parameter> named = NamedParameters.of(bottleneck);
    put(named, "conv1.weight", 0, 1);
    put(named, "conv2.weight", 4, 2);
    put(named, "conv3.weight", 1, 3);
    put(named, "conv4.weight", 0, 1);
    NDArray output =
        bottleneck
            .forward(new ParameterStore(manager, false), new NDList(manager.ones(input)), false)
            .singletonOrThrow();
    for (float value : output.get("0,0").toFloatArray()) {
      assertThat(value).isCloseTo(expected, within(1e-3f));
    }
    for (float value : output.get("0,1").toFloatArray()) {
      assertThat(value).isEqualTo(1);
    }
  }

  private static void put(Map<String, Parameter> named, String name, int at, float value) {
    NDArray array = named.get(name).getArray();
    float[] values = new float[Math.toIntExact(array.size())];
    values[at] = value;
    array.set(values);
  }

  @Test
  void scoresClassesAndUnitsOfClipsOfAnyLengthFromSixteenFramesOn() {
    AuGacn network = initialised(3, 5);
    for (int frames : new int[] {16, 19, 32}) {
      NDList outputs = forward(network, manager.ones(new Shape(2, 3, frames, 40, 40)));
      assertThat(outputs.get(0).getShape()).isEqualTo(new Shape(2, 3));
      assertThat(outputs.get(1).getShape()).isEqualTo(new Shape(2, 5));
    }
    assertThatThrownBy(() -> network.view(1).require("au-gacn", clip(15)))
        .hasMessageContaining("needs preprocess.frames=16 or more, found 15");
  }

  /** Units in another order, with their edges and scores, are the same units. */
  @Test
  void theOrderOfTheUnitsDoesNotMatter() {
    int[] order = {3, 0, 4, 1, 2};
    float[] edges = new float[25];
    for (int[] edge : new int[][] {{0, 1}, {1, 2}, {3, 4}}) {
      edges[edge[0] * 5 + edge[1]] = 1;
      edges[edge[1] * 5 + edge[0]] = 1;
    }
    float[] scores = {.3f, -1.2f, .8f, 2.1f, -.4f};
    float[] otherEdges = new float[25];
    float[] otherScores = new float[5];
    for (int i = 0; i < 5; i++) {
      otherScores[i] = scores[order[i]];
      for (int j = 0; j < 5; j++) {
        otherEdges[i * 5 + j] = edges[order[i] * 5 + order[j]];
      }
    }
    AuGacn network = initialised(3, 5);
    network.join(new UnitGraph(List.of(1, 2, 4, 6, 12), edges));
    float[] classes = classes(network, scores);
    // With the edges as they were, other scores are other units.
    float[] apart = classes(network, otherScores);
    network.join(new UnitGraph(List.of(6, 1, 12, 2, 4), otherEdges));
    assertThat(classes(network, otherScores)).containsExactly(classes, within(1e-5f));
    assertThat(Math.abs(apart[0] - classes[0])).isGreaterThan(1e-4f);
    float[] shown = {1, 0, 0, 1, 0};
    float[] otherShown = new float[5];
    for (int i = 0; i < 5; i++) {
      otherShown[i] = shown[order[i]];
    }
    // The mean of log(1 + e^-.3), log(1 + e^-1.2), log(1 + e^.8), log(1 + e^-2.1), log(1 + e^-.4).
    assertThat(unitLoss(scores, shown)).isCloseTo(.523455f, within(1e-5f));
    assertThat(unitLoss(otherScores, otherShown)).isCloseTo(.523455f, within(1e-5f));
    assertThat(unitLoss(scores, otherShown)).isGreaterThan(.6f);
  }

  private float unitLoss(float[] scores, float[] shown) {
    Shape each = new Shape(1, scores.length);
    return ActionUnitLoss.of(
            manager.create(scores, each), manager.create(shown, each), manager.ones(each))
        .getFloat();
  }

  /** The score of a node is the first of its two numbers: .5, 2 and 1. Two of three are kept. */
  @Test
  void poolingKeepsTheHighestScoresTimesTheirTangent() {
    AttentionPool pool = new AttentionPool(.5);
    pool.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 2), new Shape(3, 3));
    Map<String, Parameter> named = NamedParameters.of(pool);
    named.get("score.weight").getArray().set(new float[] {1, 0});
    NDArray nodes = manager.create(new float[] {.5f, 1, 2, -3, 1, 7}, new Shape(1, 3, 2));
    NDArray apart = manager.eye(3);
    float[] read =
        pool.forward(new ParameterStore(manager, false), new NDList(nodes, apart), false)
            .singletonOrThrow()
            .toFloatArray();
    // What is kept is (2, -3) tanh 2 and (1, 7) tanh 1: half of three is rounded up to two.
    double a = Math.tanh(2);
    double b = Math.tanh(1);
    assertThat(pool.kept(3)).isEqualTo(2);
    assertThat(read)
        .containsExactly(
            new float[] {
              (float) (2 * a), (float) (7 * b), (float) (a + b / 2), (float) ((7 * b - 3 * a) / 2)
            },
            within(1e-5f));
  }

  /** Two joined nodes: each becomes the mean of both, times 3, plus 1. */
  @Test
  void aGraphConvolutionMixesNeighbours() {
    GraphConvolution convolution = new GraphConvolution(1);
    convolution.initialize(manager, DataType.FLOAT32, new Shape(1, 2, 1), new Shape(2, 2));
    Map<String, Parameter> named = NamedParameters.of(convolution);
    named.get("weight").getArray().set(new float[] {3});
    named.get("bias").getArray().set(new float[] {1});
    UnitGraph graph = new UnitGraph(List.of(1, 2), new float[] {0, 1, 1, 0});
    NDArray joined = manager.create(graph.normalised(), new Shape(2, 2));
    NDArray nodes = manager.create(new float[] {2, 4}, new Shape(1, 2, 1));
    assertThat(
            convolution
                .forward(new ParameterStore(manager, false), new NDList(nodes, joined), false)
                .singletonOrThrow()
                .toFloatArray())
        .containsExactly(new float[] {10, 10}, within(1e-5f));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "backbone.layer2.conv3.weight",
        "backbone.layer3.downsample0.weight",
        "backbone.final.weight",
        "gcn1.weight",
        "gcn3.bias",
        "pool.score.weight",
        "lin1.weight",
        "lin3.weight"
      })
  void theLossReachesEveryPart(String name) {
    AuGacn network = initialised(3, 6);
    float[] edges = new float[36];
    edges[1] = 1;
    edges[6] = 1;
    network.join(new UnitGraph(List.of(1, 2, 4, 6, 7, 12), edges));
    float[] pixels = new float[2 * 3 * 16 * 16 * 16];
    var random = SeedPath.root(3).random();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    NDArray clips = manager.create(pixels, new Shape(2, 3, 16, 16, 16));
    NDArray weight = NamedParameters.of(network).get(name).getArray();
    NetworkChecks.requireReached(weight, () -> loss(network, clips), 1e-3, 3);
  }

  private NDArray loss(AuGacn network, NDArray clips) {
    NDList outputs = network.forward(new ParameterStore(manager, false), new NDList(clips), true);
    return ClassificationLoss.of(outputs.get(0), manager.create(new long[] {0, 2}));
  }

  private float[] classes(AuGacn network, float[] scores) {
    NDArray array = manager.create(scores, new Shape(1, scores.length));
    return network.classes(new ParameterStore(manager, false), array, false).toFloatArray();
  }

  private NDList forward(AuGacn network, NDArray clips) {
    return network.forward(new ParameterStore(manager, false), new NDList(clips), false);
  }

  private AuGacn initialised(int classes, int units) {
    AuGacn network = new AuGacn(classes, units, .5);
    network.start().initialize(network, manager, SeedPath.root(1), network.view(1).shapes());
    network.join(
        new UnitGraph(IntStream.range(0, units).boxed().toList(), new float[units * units]));
    return network;
  }

  private static PreparedClip clip(int frames) {
    return new PreparedClip(
        ClipId.of("casme2", "s", "c"), Input.FRAME, frames, 8, 8, 0, new float[frames * 192]);
  }
}
