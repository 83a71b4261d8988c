package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.loss.HintLoss;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.deep.ClipArrays;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batch;
import org.macro2micro.train.Phase;
import org.macro2micro.train.StepRule;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainListener;
import org.macro2micro.train.TrainLoop;

/**
 * The student of {@link Dynamic} learns the classes of micro clips, and to see in them what the
 * teacher sees in the same images. The projection to the teacher's width serves this alone and is
 * not kept.
 *
 * @param loaded the student, trained in place
 * @param settings with the hint's weight; where it is 0, the teacher is not asked
 * @param clips the fold's micro clips, class after class
 * @param teacher trained, and not changed; empty for the student alone
 */
record HintedTraining(
    LoadedNetwork<Dynamic> loaded,
    Dynamic.Settings settings,
    TrainingClips clips,
    Optional<UnitTeacher> teacher) {
  void run(SeedPath seed, TrainListener listener) {
    Optional<UnitTeacher> asked = settings.lambda() > 0 ? teacher : Optional.empty();
    List<Block> networks = new ArrayList<>(List.of(loaded.network()));
    Optional<Hints> hints =
        asked.map(one -> new Hints(one, projection(one, seed.child("projection"))));
    hints.ifPresent(one -> networks.add(one.projection));
    try (ClipArrays arrays = new ClipArrays(loaded.manager(), loaded.network().view(1), clips)) {
      new TrainLoop(Phase.MICRO, settings.student(), networks, StepRule.PLAIN)
          .run(
              loaded.manager(), clips.size(), batch -> terms(batch, arrays, hints), seed, listener);
    }
  }

  private record Hints(UnitTeacher teacher, Linear projection) {}

  /** A 1x1 convolution of a map and then the mean is the same as the mean and then this. */
  private Linear projection(UnitTeacher one, SeedPath seed) {
    Linear projection = Layers.linear(one.channels(settings.hint()));
    SeededWeights.TORCHVISION.initialize(
        projection, loaded.manager(), seed, new Shape(1, loaded.network().channels()));
    return projection;
  }

  private StepTerms terms(Batch batch, ClipArrays arrays, Optional<Hints> hints) {
    Dynamic student = loaded.network();
    ParameterStore store = new ParameterStore(batch.manager(), false);
    NDArray images = arrays.of(batch).singletonOrThrow();
    NDArray features = student.features(store, images, true);
    NDArray scores = student.classify(store, features, true);
    WeightedTerms terms = new WeightedTerms(batch);
    terms.add("c", ClassificationLoss.of(scores, arrays.labels(batch)), 1);
    hints.ifPresent(
        one -> {
          NDArray own =
              one.projection.forward(store, new NDList(features), true).singletonOrThrow();
          NDArray theirs = one.teacher.hint(batch.manager(), images, settings.hint());
          terms.add("hint", HintLoss.of(own, theirs), settings.lambda());
        });
    return terms.sum();
  }
}
