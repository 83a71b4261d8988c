package org.macro2micro.method.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.nn.Safetensors;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.nn.WeightsFile;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;

class MagNetTest {
  private static final Shape FRAME = new Shape(1, 3, 16, 16);

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
   * 7*7*3*16 + 3*3*16*32; a residual block 2*9*32*32 = 18,432, of which the encoder has 3 and 2,
   * the manipulator 1 beside 7*7*32*32 + 9*32*32.
   */
  @ParameterizedTest
  @CsvSource({
    "encoder.cba_1.*, 2352",
    "encoder.cba_2.*, 4608",
    "encoder.resblks.*, 55296",
    "encoder.motion_resblks.*, 36864",
    "manipulator.g.*, 50176",
    "manipulator.h_conv.*, 9216",
    "manipulator.h_resblk.*, 18432",
    ".*, 176944"
  })
  void hasTheParametersOfThePort(String parts, long expected) {
    assertThat(NetworkChecks.trained(network(), parts)).isEqualTo(expected);
  }

  /** Texture 9*32*32 + 2*18,432; decoder 9*32*32, nine blocks of 2*9*64*64, 9*64*32, 49*32*3. */
  @Test
  void theOtherPartsMakeTheWholePort() {
    long texture = 9216 + 2 * 18432;
    long decoder = 9216 + 9 * 73728 + 18432 + 4704;
    assertThat(NetworkChecks.trained(network(), ".*") + texture + decoder).isEqualTo(918_928);
  }

  @Test
  void itsShapesHaveHalfTheSides() {
    NDArray two = manager.ones(new Shape(2, 1, 1, 1));
    NDArray shapes = magnified(network(), random(1), random(2), two);
    assertThat(shapes.getShape()).isEqualTo(new Shape(2, 32, 8, 8));
  }

  @Test
  void twoEqualFramesStayWhatTheyAreWhateverTheFactor() {
    MagNet network = network();
    NDArray frame = random(1);
    NDArray shape = network.shape(store(), frame);
    NDArray magnified = magnified(network, frame, frame, factors(3, 50));
    for (int i = 0; i < 2; i++) {
      assertThat(magnified.get(i).toFloatArray()).isEqualTo(shape.get(0).toFloatArray());
    }
  }

  /** Without biases, twice the factor moves the shape twice as far. */
  @Test
  void theShapeMovesByTheFactor() {
    MagNet network = network();
    NDArray apex = random(2);
    NDArray shape = network.shape(store(), apex);
    NDArray moved = magnified(network, random(1), apex, factors(1, 2.5f)).sub(shape);
    float[] once = moved.get(0).toFloatArray();
    float[] more = moved.get(1).toFloatArray();
    double longest = 0;
    for (int i = 0; i < once.length; i++) {
      assertThat(more[i]).isCloseTo(2.5f * once[i], within(1e-4f));
      longest = Math.max(longest, Math.abs(once[i]));
    }
    assertThat(longest).isGreaterThan(.01);
  }

  @Test
  void edgesAreMirroredWithoutBeingRepeated() {
    NDArray row = manager.create(new float[] {1, 2, 3, 4}, new Shape(1, 1, 1, 4));
    assertThat(ReflectedConvolution.reflected(row, 3, 2).toFloatArray())
        .containsExactly(3, 2, 1, 2, 3, 4, 3, 2);
    NDArray column = row.reshape(1, 1, 4, 1);
    assertThat(ReflectedConvolution.reflected(column, 2, 3).toFloatArray())
        .containsExactly(4, 3, 2, 1, 2, 3, 4, 3, 2, 1);
  }

  /** Maps 0, 2 and 5, 5: stretched 0, 1 and 0, 0. */
  @Test
  void thePictureIsTheMeanOfStretchedMaps() {
    NDArray maps = manager.create(new float[] {-1, 1, 5, 5}, new Shape(1, 2, 1, 2));
    assertThat(LearntSequences.picture(maps).toFloatArray()).containsExactly(0, .5f);
  }

  /** Frames of 6 pixels, a third each of 0, .5 and 1, grow to 256 and are between -1 and 1. */
  @Test
  void framesGrowTo256AndLieAboutZero() {
    float[] pixels = new float[2 * 3 * 36];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 6 / 2 / 2f;
    }
    PreparedClip clip =
        new PreparedClip(ClipId.of("casme2", "s", "c"), Input.FRAME, 2, 6, 6, 1, pixels);
    NDArray frame = LearntSequences.frame(manager, clip, 1);
    assertThat(frame.getShape()).isEqualTo(new Shape(1, 3, 256, 256));
    for (int channel = 0; channel < 3; channel++) {
      NDArray row = frame.get("0,{},128", channel);
      assertThat(new float[] {row.getFloat(10), row.getFloat(128), row.getFloat(245)})
          .containsExactly(new float[] {-1, 0, 1}, within(1e-5f));
    }
  }

  @Test
  void theFileOfTheWholeNetworkIsTaken() {
    MagNetWeights weights = MagNetWeights.of(file(named(network(), "decoder.cba_2.conv2d.weight")));
    try (var loaded = weights.load()) {
      assertThat(Safetensors.write(loaded.network())).isEqualTo(weights.bytes());
      assertThat(loaded.weights()).isEqualTo(MagNetWeights.of(file(named(network()))).bytes());
    }
  }

  @Test
  void otherTensorsAreRefused() {
    assertThatThrownBy(() -> MagNetWeights.of(file(named(network(), "encoder.motion_cba.x"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("magnet m.safetensors: tensor encoder.motion_cba.x: found")
        .hasMessageContaining("expected encoder.cba_1.conv2d.weight");
    NDList lacking = named(network());
    lacking.removeIf(array -> array.getName().equals("manipulator.g.conv2d.weight"));
    assertThatThrownBy(() -> MagNetWeights.of(file(lacking)))
        .hasMessageContaining("tensor manipulator.g.conv2d.weight: found no such tensor")
        .hasMessageContaining("[32, 32, 7, 7]");
    NDArray narrow = manager.ones(new Shape(32, 32, 3, 3));
    narrow.setName("manipulator.g.conv2d.weight");
    lacking.add(narrow);
    assertThatThrownBy(() -> MagNetWeights.of(file(lacking)))
        .hasMessageContaining("found shape [32, 32, 3, 3], expected shape [32, 32, 7, 7]");
    assertThatThrownBy(() -> MagNetWeights.of(new WeightsFile("magnet m", new byte[3])))
        .hasMessageContaining("magnet m: found 3 bytes");
  }

  private NDList named(MagNet network, String... others) {
    NDList all = new NDList();
    org.macro2micro.nn.NamedParameters.of(network)
        .forEach(
            (name, parameter) -> {
              NDArray array = parameter.getArray();
              array.setName(name);
              all.add(array);
            });
    for (String other : others) {
      NDArray array = manager.ones(new Shape(2));
      array.setName(other);
      all.add(array);
    }
    return all;
  }

  private static WeightsFile file(NDList named) {
    return new WeightsFile("magnet m.safetensors", Safetensors.write(named));
  }

  private NDArray magnified(MagNet network, NDArray onset, NDArray apex, NDArray factors) {
    return network.forward(store(), new NDList(onset, apex, factors), false).singletonOrThrow();
  }

  private NDArray factors(float... values) {
    return manager.create(values, new Shape(values.length, 1, 1, 1));
  }

  private NDArray random(int seed) {
    RandomGenerator random = SeedPath.root(seed).random();
    float[] values = new float[(int) FRAME.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return manager.create(values, FRAME);
  }

  private ParameterStore store() {
    return new ParameterStore(manager, false);
  }

  private MagNet network() {
    MagNet network = new MagNet();
    SeededWeights.HE.initialize(
        network, manager, SeedPath.root(3), FRAME, FRAME, new Shape(1, 1, 1, 1));
    return network;
  }
}
