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

  /** A product with nothing is nothing: the scores are the biases of the last layer. */
  @Test
  void aStreamThatSaysNothingLeavesTheBiases() {
    Dssn network = initialised(3, Dssn.Merge.MULTIPLY, 67);
    Map<String, Parameter> named = NamedParameters.of(network);
    named.get("fc.bias").getArray().set(new float[] {.1f, .7f, -.2f});
    assertThat(forward(network, 1, 0).toFloatArray()).containsExactly(.1f, .7f, -.2f);
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
