package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.TreeMap;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SeededDropout;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batch;
import org.macro2micro.train.BatchOrder;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainListener;
import org.macro2micro.train.TrainLoop;

/**
 * One training of a deep network on clips of one kind.
 *
 * @param loaded trained in place
 * @param view how the network takes clips
 * @param training epochs, batch, learning rate
 * @param order how the clips of an epoch are cut into batches
 * @param clips the training clips, class after class
 */
public record DeepTraining(
    LoadedNetwork<? extends DeepNetwork> loaded,
    ClipView view,
    PhaseSettings training,
    BatchOrder order,
    TrainingClips clips) {
  /** Trains the network in place. */
  public void run(Phase phase, SeedPath seed, TrainListener listener) {
    try (ClipArrays arrays = new ClipArrays(loaded.manager(), view, clips)) {
      new TrainLoop(phase, training, List.of(loaded.network()), order, 0)
          .run(loaded.manager(), clips.size(), batch -> terms(batch, arrays), seed, listener);
    }
  }

  private StepTerms terms(Batch batch, ClipArrays arrays) {
    NDArray outputs =
        loaded
            .network()
            .forward(
                new ParameterStore(batch.manager(), false),
                arrays.of(batch),
                true,
                SeededDropout.params(batch.seed()))
            .singletonOrThrow();
    NDArray loss = loaded.network().loss(outputs, arrays.labels(batch));
    TreeMap<String, NDArray> only = new TreeMap<>();
    only.put("c", loss);
    return new StepTerms(only, only, loss);
  }
}
