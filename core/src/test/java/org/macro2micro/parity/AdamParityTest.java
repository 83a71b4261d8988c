package org.macro2micro.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.nn.ConvolutionalHead;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainLoop;

/** Three steps of the training loop on a head against torch.optim.Adam: every weight. */
class AdamParityTest {
  private static final double TOLERANCE = 1e-4;

  @ParameterizedTest
  @CsvSource({"head-adam, 0", "head-adam-decay, 1e-2"})
  void allWeightsAndStatisticsAfterThreeSteps(String name, double decay) {
    Fixture fixture = new Fixture(name);
    PhaseSettings settings = new PhaseSettings(3, 6, 1e-2, PhaseSettings.Schedule.CONSTANT, decay);
    try (NDManager manager = NDManager.newBaseManager()) {
      ConvolutionalHead head = new ConvolutionalHead(4, 3);
      HashedNumbers.fill(head, manager, new Shape(6, 5, 4, 4));
      List<Double> losses = new ArrayList<>();
      // Six clips in batches of six: an epoch is a step, and its clips are these.
      new TrainLoop(Phase.SINGLE, settings, head)
          .run(
              manager,
              6,
              batch -> terms(head, batch.manager(), losses.size()),
              SeedPath.root(1),
              (phase, epoch, epochs, values, norms) -> losses.add(values.get("total")));
      fixture.compare("full losses", losses.stream().mapToDouble(x -> x).toArray(), TOLERANCE);
      NamedParameters.of(head)
          .forEach(
              (parameter, value) ->
                  fixture.compare("full " + parameter, value.getArray().toFloatArray(), TOLERANCE));
    }
    fixture.record(name);
  }

  private static StepTerms terms(ConvolutionalHead head, NDManager own, int step) {
    NDArray maps = HashedNumbers.uniform(own, "head map " + step, new Shape(6, 5, 4, 4));
    NDArray target = HashedNumbers.uniform(own, "head target " + step, new Shape(6, 3));
    NDArray scores =
        head.forward(new ParameterStore(own, false), new NDList(maps), true).singletonOrThrow();
    NDArray loss = scores.sub(target).square().mean();
    return new StepTerms(new TreeMap<>(), new TreeMap<>(), loss);
  }
}
