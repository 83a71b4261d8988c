package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SeededDropout;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batch;
import org.macro2micro.train.BatchOrder;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.Phase;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainListener;
import org.macro2micro.train.TrainLoop;

/**
 * One training of a deep network on a fold's clips.
 *
 * @param loaded trained in place
 * @param view how the network takes clips
 * @param clips the training clips, class after class
 */
record DeepTraining(
    LoadedNetwork<DeepNetwork> loaded, ClipView view, DeepSettings settings, TrainingClips clips) {
  // All clips as arrays; images of 28 pixels take 10 kB a clip, two of 227 take 1.2 MB.
  private static final long MOST_KEPT = 256L << 20;

  /** Trains the network in place. */
  void run(SeedPath seed, TrainListener listener) {
    BatchOrder order = settings.shuffle() ? BatchOrder.SHUFFLED : BatchOrder.LISTED;
    TrainLoop loop =
        new TrainLoop(Phase.SINGLE, settings.training(), List.of(loaded.network()), order, 0);
    NDManager manager = loaded.manager();
    if (!clips.isFixed() || bytes() > MOST_KEPT) {
      loop.run(
          manager,
          clips.size(),
          batch -> terms(batch, view.of(batch.manager(), clips.clips(batch)), clips.labels(batch)),
          seed,
          listener);
      return;
    }
    // Built once where it fits: with small networks, building a batch costs as much as a step.
    try (NDManager kept = manager.newSubManager()) {
      List<Integer> all = IntStream.range(0, clips.size()).boxed().toList();
      NDArray labels = clips.labels(kept, all);
      NDList arrays = view.of(kept, all.stream().map(clips::clip).toList());
      loop.run(
          manager,
          clips.size(),
          batch -> {
            NDList chosen = new NDList();
            arrays.forEach(array -> chosen.add(chosen(batch, array)));
            return terms(batch, chosen, chosen(batch, labels));
          },
          seed,
          listener);
    }
  }

  private long bytes() {
    return (long) clips.size()
        * Float.BYTES
        * Arrays.stream(view.shapes()).mapToLong(Shape::size).sum();
  }

  private StepTerms terms(Batch batch, NDList arrays, NDArray labels) {
    NDArray outputs =
        loaded
            .network()
            .forward(
                new ParameterStore(batch.manager(), false),
                view.arranged(arrays),
                true,
                SeededDropout.params(batch.seed()))
            .singletonOrThrow();
    NDArray loss = loaded.network().loss(outputs, labels);
    TreeMap<String, NDArray> only = new TreeMap<>();
    only.put("c", loss);
    return new StepTerms(only, only, loss);
  }

  /** The rows of an array that belong to a step's clips. */
  private static NDArray chosen(Batch batch, NDArray rows) {
    int[] positions = batch.positions().stream().mapToInt(at -> at).toArray();
    return rows.get(batch.manager(), new NDIndex("{}", batch.manager().create(positions)));
  }
}
