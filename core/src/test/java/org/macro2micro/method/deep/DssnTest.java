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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.PhaseSettings;

class DssnTest {
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
   * A stream has 96*(3*121+1) + 256*(48*25+1) = 34,944 + 307,456 = 342,400 parameters; the last
   * layer has 256*15*15 inputs, twice as many if the streams stand one after the other. With five
   * classes the paper has .97 million.
   */
  @ParameterizedTest
  @CsvSource({
    "5, MULTIPLY, 227, 972805",
    "3, MULTIPLY, 227, 857603",
    "3, ADD, 67, 704003",
    "3, CONCATENATE, 67, 723203"
  })
  void hasThePapersParameters(int classes, Dssn.Merge merge, int side, long expected) {
    Dssn network = initialised(classes, merge, side);
    assertThat(
            NamedParameters.of(network).values().stream().mapToLong(p -> p.getArray().size()).sum())
        .isEqualTo(expected);
    assertThat(forward(network, 1, 1).getShape()).isEqualTo(new Shape(1, classes));
  }

  /** The paper has .63 million for a single stream and five classes. */
  @ParameterizedTest
  @CsvSource({"5, 630405", "3, 515203"})
  void aSingleStreamHasThePapersParameters(int classes, long expected) {
    Map<String, Parameter> named =
        NamedParameters.of(initialised(classes, Dssn.Merge.MULTIPLY, 227));
    assertThat(size(named, "first.")).isEqualTo(342_400);
    assertThat(size(named, "second.")).isEqualTo(342_400);
    assertThat(size(named, "first.") + size(named, "fc.")).isEqualTo(expected);
  }

  private static long size(Map<String, Parameter> named, String beginning) {
    return named.entrySet().stream()
        .filter(one -> one.getKey().startsWith(beginning))
        .mapToLong(one -> one.getValue().getArray().size())
        .sum();
  }

  /**
   * The one number of the first layer is 1, and the second layer hands it on: 1/2.0001^.75 =
   * .594581, and that once more by (2 + .0001 * .594581^2)^.75. From 35 pixels one place is left,
   * the middle of 3x3.
   */
  @Test
  void eachOfTheTwoMapsIsDividedByItsNeighbours() {
    Dssn network = initialised(2, Dssn.Merge.ADD, 35);
    Map<String, Parameter> named = NamedParameters.of(network);
    named.values().forEach(parameter -> parameter.getArray().set(new float[size(parameter)]));
    put(named, "first.conv1.bias", 0);
    put(named, "first.conv2.weight", 12);
    put(named, "fc.weight", 4);
    assertThat(forward(network, 1, 1).toFloatArray())
        .containsExactly(new float[] {.353535f, 0}, within(1e-5f));
  }

  private static int size(Parameter parameter) {
    return Math.toIntExact(parameter.getArray().size());
  }

  /** Makes one number 1. */
  private static void put(Map<String, Parameter> named, String name, int at) {
    Parameter parameter = named.get(name);
    float[] values = new float[size(parameter)];
    values[at] = 1;
    parameter.getArray().set(values);
  }

  /** 123.68, 116.779 and 103.939 over 255 are taken off planes that have no contrast. */
  @Test
  void theMeansOfImageNetAreTakenOff() {
    float[] pixels = new float[3 * 35 * 35];
    PreparedClip clip =
        new PreparedClip(ClipId.of("db", "s", "c"), Input.FLOW, 1, 35, 35, 0, pixels);
    NDArray image =
        new Dssn(3, settings(Dssn.Merge.ADD, 35)).view(1).of(manager, List.of(clip)).get(0);
    float[] planes = image.toFloatArray();
    assertThat(new float[] {planes[0], planes[35 * 35], planes[2 * 35 * 35]})
        .containsExactly(new float[] {-.48502f, -.45796f, -.40760f}, within(1e-5f));
  }

  /** A product with nothing is nothing: the scores are the biases of the last layer. */
  @Test
  void aStreamThatSaysNothingLeavesTheBiases() {
    Dssn network = initialised(3, Dssn.Merge.MULTIPLY, 67);
    Map<String, Parameter> named = NamedParameters.of(network);
    named.get("fc.bias").getArray().set(new float[] {.1f, .7f, -.2f});
    assertThat(forward(network, 1, 0).toFloatArray()).containsExactly(.1f, .7f, -.2f);
    // e^.1, e^.7 and e^-.2 over their sum.
    assertThat(network.probabilities(forward(network, 1, 0)).toFloatArray())
        .containsExactly(new float[] {.28067f, .51141f, .20792f}, within(1e-5f));
    assertThat(forward(network, 1, 1).toFloatArray()).isNotEqualTo(new float[] {.1f, .7f, -.2f});
    Dssn sum = initialised(3, Dssn.Merge.ADD, 67);
    assertThat(forward(sum, 1, 0).toFloatArray()).isNotEqualTo(forward(sum, 1, 1).toFloatArray());
  }

  /** Medians 0 and 1; the lengths about them. */
  @Test
  void magnitudeIsTheLengthAboutTheMedian() {
    float[] u = {0, 0, 3, 0};
    float[] v = {1, 1, 5, 0};
    assertThat(FlowPair.magnitude(u, v)).containsExactly(0, 0, 5, 1);
  }

  @Test
  void aClipBecomesTwoImagesOfStretchedPlanes() {
    float[] pixels = {0, .5f, .5f, 1, .5f, .5f, .5f, .5f, .2f, .2f, .4f, .6f};
    PreparedClip clip = new PreparedClip(ClipId.of("db", "s", "c"), Input.FLOW, 1, 2, 2, 0, pixels);
    FlowPair pair =
        new FlowPair(
            List.of(FlowPair.Plane.MAGNITUDE, FlowPair.Plane.STRAIN), 2, 1, List.of(0., 0., .25));
    NDList images = pair.arranged(pair.of(manager, List.of(clip, clip)));
    assertThat(images).hasSize(2);
    assertThat(images.get(0).getShape()).isEqualTo(new Shape(2, 3, 2, 2));
    // u as it is; v without contrast; magnitude .5, 0, 0, .5 stretched, less .25.
    assertThat(images.get(0).get(1).toFloatArray())
        .containsExactly(0, .5f, .5f, 1, 0, 0, 0, 0, .75f, -.25f, -.25f, .75f);
    float[] strain = images.get(1).get(0).toFloatArray();
    assertThat(strain[8]).isEqualTo(-.25f);
    assertThat(strain[10]).isCloseTo(.25f, within(1e-6f));
    assertThat(strain[11]).isEqualTo(.75f);
    PreparedClip frames =
        new PreparedClip(ClipId.of("db", "s", "f"), Input.FRAME, 1, 2, 2, 0, pixels);
    assertThatThrownBy(() -> pair.require("dssn", frames))
        .hasMessageContaining("method dssn needs preprocess.input=flow, found frame");
  }

  @Test
  void imagesTooSmallForTheNetworkAreRefused() {
    assertThatThrownBy(() -> settings(Dssn.Merge.ADD, 34))
        .hasMessageContaining("side: found 34, expected at least 35");
    assertThat(forward(initialised(2, Dssn.Merge.ADD, 35), 1, 1).getShape())
        .isEqualTo(new Shape(1, 2));
  }

  private NDArray forward(Dssn network, float first, float second) {
    Shape image = network.view(1).shapes()[0];
    NDList images = new NDList(manager.full(image, first), manager.full(image, second));
    return network.forward(new ParameterStore(manager, false), images, false).singletonOrThrow();
  }

  private static Dssn.Settings settings(Dssn.Merge merge, int side) {
    return new Dssn.Settings(
        new PhaseSettings(1, 2, 1e-4, PhaseSettings.Schedule.CONSTANT, 0),
        true,
        FlowPair.Plane.MAGNITUDE,
        FlowPair.Plane.STRAIN,
        merge,
        side);
  }

  private Dssn initialised(int classes, Dssn.Merge merge, int side) {
    Dssn network = new Dssn(classes, settings(merge, side));
    network.start().initialize(network, manager, SeedPath.root(1), network.view(1).shapes());
    return network;
  }
}
