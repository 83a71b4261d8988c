package org.macro2micro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macro2micro.nn.ConvolutionalHead;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.Safetensors;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.seed.SeedPath;

class TrainLoopTest {
  private static final PhaseSettings SETTINGS =
      new PhaseSettings(3, 4, 1e-2, PhaseSettings.Schedule.CONSTANT, 0);
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
  void gradientsDoNotLeakFromOneStepIntoTheNext() {
    ConvolutionalHead head = head();
    List<Double> atStart = new ArrayList<>();
    new TrainLoop(Phase.SINGLE, SETTINGS, List.of(head), BatchOrder.SHUFFLED, 1)
        .run(
            manager,
            10,
            batch -> {
              atStart.add(Gradients.norm(head));
              return loss(head, batch);
            },
            SeedPath.root(1),
            TrainListener.silent());
    assertThat(atStart).hasSizeGreaterThan(6).containsOnly(0.0);
  }

  @Test
  void aStepFollowsAdamsFirstUpdate() {
    // Adam's first step moves each weight by the learning rate against its gradient's sign.
    ConvolutionalHead head = head();
    NDArray bias = NamedParameters.of(head).get("linear.bias").getArray();
    float before = bias.toFloatArray()[0];
    new TrainLoop(
            Phase.SINGLE, new PhaseSettings(1, 4, 1e-2, PhaseSettings.Schedule.CONSTANT, 0), head)
        .run(manager, 4, batch -> loss(head, batch), SeedPath.root(1), TrainListener.silent());
    assertThat(Math.abs(bias.toFloatArray()[0] - before))
        .isCloseTo(1e-2f, org.assertj.core.api.Assertions.within(1e-4f));
  }

  @Test
  void measuringGradientNormsChangesNothing() {
    List<Map<String, Double>> norms = new ArrayList<>();
    byte[] measured = trained(1, norms);
    byte[] unmeasured = trained(0, new ArrayList<>());
    assertThat(measured).isEqualTo(unmeasured);
    assertThat(norms).hasSize(3).allSatisfy(n -> assertThat(n).containsOnlyKeys("a", "b"));
    assertThat(norms.get(0).get("a")).isPositive();
    // "b" is twice "a", so its gradient is twice as long.
    assertThat(norms.get(0).get("b") / norms.get(0).get("a"))
        .isCloseTo(2, org.assertj.core.api.Assertions.within(1e-4));
  }

  @Test
  void lossGoesDown() {
    List<Double> totals = new ArrayList<>();
    ConvolutionalHead head = head();
    new TrainLoop(
            Phase.SINGLE, new PhaseSettings(20, 4, 1e-2, PhaseSettings.Schedule.CONSTANT, 0), head)
        .run(
            manager,
            8,
            batch -> loss(head, batch),
            SeedPath.root(1),
            (phase, epoch, epochs, losses, n) -> totals.add(losses.get("total")));
    assertThat(totals).hasSize(20);
    assertThat(totals.get(19)).isLessThan(totals.get(0) / 2);
  }

  @Test
  void divergenceIsAnErrorThatSaysWhatToDo() {
    ConvolutionalHead head = head();
    TrainLoop loop = new TrainLoop(Phase.SINGLE, SETTINGS, head);
    assertThatThrownBy(
            () ->
                loop.run(
                    manager,
                    4,
                    batch -> {
                      StepTerms terms = loss(head, batch);
                      return new StepTerms(
                          terms.values(), terms.weighted(), terms.total().mul(Float.NaN));
                    },
                    SeedPath.root(1),
                    TrainListener.silent()))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("lower learning rate");
  }

  @Test
  void oneClipIsTooFew() {
    assertThatThrownBy(
            () ->
                new TrainLoop(Phase.MICRO, SETTINGS, head())
                    .run(
                        manager,
                        1,
                        batch -> loss(head(), batch),
                        SeedPath.root(1),
                        TrainListener.silent()))
        .hasMessageContaining("phase micro: 1 training clips");
  }

  private byte[] trained(int every, List<Map<String, Double>> norms) {
    ConvolutionalHead head = head();
    new TrainLoop(Phase.SINGLE, SETTINGS, List.of(head), BatchOrder.SHUFFLED, every)
        .run(
            manager,
            10,
            batch -> loss(head, batch),
            SeedPath.root(1),
            (phase, epoch, epochs, losses, n) -> norms.add(n));
    return Safetensors.write(head);
  }

  private ConvolutionalHead head() {
    ConvolutionalHead head = new ConvolutionalHead(3, 1);
    SeededWeights.TORCHVISION.initialize(head, manager, SeedPath.root(3), new Shape(1, 2, 4, 4));
    return head;
  }

  /** Two terms, "a" and the doubled "b", of a regression on the number of the clip. */
  private static StepTerms loss(ConvolutionalHead head, Batch step) {
    NDManager own = step.manager();
    int[] batch = step.positions().stream().mapToInt(at -> at).toArray();
    float[] pixels = new float[batch.length * 2 * 16];
    float[] targets = new float[batch.length];
    for (int i = 0; i < batch.length; i++) {
      var random = SeedPath.root(batch[i]).random();
      for (int j = 0; j < 32; j++) {
        pixels[i * 32 + j] = (float) random.nextGaussian();
      }
      targets[i] = batch[i] % 2;
    }
    NDArray x = own.create(pixels, new Shape(batch.length, 2, 4, 4));
    NDArray y =
        head.forward(new ParameterStore(own, false), new NDList(x), true)
            .singletonOrThrow()
            .reshape(-1);
    NDArray error = y.sub(own.create(targets)).square().mean();
    TreeMap<String, NDArray> values = new TreeMap<>(Map.of("a", error, "b", error));
    TreeMap<String, NDArray> weighted = new TreeMap<>(Map.of("a", error, "b", error.mul(2)));
    return new StepTerms(values, weighted, error.mul(3));
  }
}
