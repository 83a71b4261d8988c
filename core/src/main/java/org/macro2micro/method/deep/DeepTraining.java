package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SeededDropout;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.BatchOrder;
import org.macro2micro.train.Example;
import org.macro2micro.train.Phase;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainListener;
import org.macro2micro.train.TrainLoop;

/** One training of a deep network on a fold's clips. */
final class DeepTraining {
  private final LoadedNetwork<DeepNetwork> loaded;
  private final ClipImages images;
  private final DeepSettings settings;
  private final Augmentation augmentation;
  private final LabelledExamples examples;
  private final List<Example> ordered;

  DeepTraining(
      LoadedNetwork<DeepNetwork> loaded,
      ClipImages images,
      DeepSettings settings,
      Augmentation augmentation,
      LabelledExamples examples) {
    this.loaded = loaded;
    this.images = images;
    this.settings = settings;
    this.augmentation = augmentation;
    this.examples = examples;
    ordered = examples.examples().stream().sorted(Comparator.comparingInt(Example::label)).toList();
  }

  /** Trains the network in place. */
  void run(SeedPath seed, TrainListener listener) {
    BatchOrder order = settings.shuffle() ? BatchOrder.SHUFFLED : BatchOrder.LISTED;
    TrainLoop loop =
        new TrainLoop(Phase.SINGLE, settings.training(), loaded.network(), List.of(), 0, order);
    // Built once: with networks this small, building a batch costs as much as a step on it.
    try (NDManager kept = loaded.manager().newSubManager()) {
      NDArray labels = kept.create(ordered.stream().mapToLong(Example::label).toArray());
      if (!augmentation.equals(Augmentation.none())) {
        loop.run(
            loaded.manager(),
            ordered.size(),
            (own, batch, step, progress) ->
                terms(own, augmented(own, batch, step), chosen(own, labels, batch), step),
            seed,
            listener);
        return;
      }
      NDArray all = images.of(kept, ordered.stream().map(this::clip).toList());
      loop.run(
          loaded.manager(),
          ordered.size(),
          (own, batch, step, progress) ->
              terms(own, chosen(own, all, batch), chosen(own, labels, batch), step),
          seed,
          listener);
    }
  }

  private StepTerms terms(NDManager own, NDArray batch, NDArray labels, SeedPath step) {
    NDArray outputs =
        loaded
            .network()
            .forward(
                new ParameterStore(own, false),
                new NDList(ClipImages.channelsFirst(batch)),
                true,
                SeededDropout.params(step))
            .singletonOrThrow();
    NDArray loss = loaded.network().loss(outputs, labels);
    TreeMap<String, NDArray> only = new TreeMap<>();
    only.put("c", loss);
    return new StepTerms(only, only, loss);
  }

  private NDArray augmented(NDManager own, int[] batch, SeedPath step) {
    return images.of(
        own,
        Arrays.stream(batch)
            .mapToObj(position -> clip(ordered.get(position)))
            .map(clip -> augmentation.apply(clip, step.child(clip.id().toString()).random()))
            .toList());
  }

  private PreparedClip clip(Example example) {
    return examples.pixels().of(example.id());
  }

  /** Rows of an array, by their positions. */
  private static NDArray chosen(NDManager own, NDArray rows, int[] positions) {
    return rows.get(own, new NDIndex("{}", own.create(positions)));
  }
}
