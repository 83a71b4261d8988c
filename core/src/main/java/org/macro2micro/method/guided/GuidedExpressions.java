package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.macro2micro.loss.AdversarialLoss;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.loss.LossInequality;
import org.macro2micro.loss.TripletLoss;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.nn.FrozenParameters;
import org.macro2micro.nn.GlobalAveragePool;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batch;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.Phase;
import org.macro2micro.train.StepRule;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainListener;
import org.macro2micro.train.TrainLoop;

/**
 * Phase 2 of {@link MicroNet}: the micro network goes on, guided by what the frozen macro network
 * says of macro clips of the same classes.
 *
 * @param loaded the micro network after phase 1, trained in place
 * @param settings with the losses' weights
 * @param clips the fold's micro clips
 * @param macro empty for the cross entropy alone
 */
record GuidedExpressions(
    LoadedNetwork<MicroNet> loaded,
    MicroNet.Settings settings,
    TrainingClips clips,
    Optional<FrozenExpressions> macro) {
  void run(SeedPath seed, TrainListener listener) {
    MicroNet network = loaded.network();
    MapDiscriminator discriminator =
        new MapDiscriminator(settings.discriminator(), network.channels());
    List<Block> networks = new ArrayList<>(List.of(network));
    if (macro.isPresent() && settings.weights().adversarial() > 0) {
      SeededWeights.TORCHVISION.initialize(
          discriminator, loaded.manager(), seed.child("discriminator"), network.embeddingShape());
      networks.add(discriminator);
    }
    new TrainLoop(Phase.TRANSFER, settings.phases().transfer(), networks, StepRule.PLAIN)
        .run(loaded.manager(), clips.size(), batch -> terms(batch, discriminator), seed, listener);
  }

  private StepTerms terms(Batch batch, MapDiscriminator discriminator) {
    MicroNet network = loaded.network();
    ParameterStore store = new ParameterStore(batch.manager(), false);
    ClipView view = network.view(1);
    List<PreparedClip> near = FaceImages.nearApex(clips.clips(batch), settings.reach(), batch);
    NDArray images = view.arranged(view.of(batch.manager(), near)).get(0);
    NDArray anchors = network.express(store, network.maps(store, images, true), true);
    NDArray scores = network.classify(store, anchors, true);
    NDArray labels = clips.labels(batch);
    WeightedTerms terms = new WeightedTerms(batch);
    terms.add("c", ClassificationLoss.of(scores, labels), 1);
    macro.ifPresent(
        frozen -> {
          List<Integer> classes =
              batch.positions().stream()
                  .map(at -> clips.examples().examples().get(at).label())
                  .toList();
          RandomGenerator random = batch.seed().child("macro").random();
          List<Integer> positives = frozen.draw(classes, random);
          List<Integer> negatives = negatives(classes, batch.seed().child("negative").random());
          Step step = new Step(batch.manager(), frozen, anchors, positives);
          step.triplet(terms, negatives, settings);
          step.adversarial(terms, discriminator, settings.weights().adversarial());
          step.inequality(
              terms, ClassificationLoss.each(scores, labels), settings.weights().inequality());
        });
    return terms.sum();
  }

  /** A clip of another class for each clip of a batch, by its place in it; -1 for none. */
  static List<Integer> negatives(List<Integer> classes, RandomGenerator random) {
    List<Integer> drawn = new ArrayList<>();
    for (int own : classes) {
      List<Integer> others =
          IntStream.range(0, classes.size()).filter(at -> classes.get(at) != own).boxed().toList();
      drawn.add(others.isEmpty() ? -1 : others.get(random.nextInt(others.size())));
    }
    return drawn;
  }

  /**
   * What a step's losses are made of.
   *
   * @param anchors embeddings of the micro clips, [n,c,h,w]
   * @param positives a macro clip of the same class for each; -1 for none
   */
  private record Step(
      NDManager manager, FrozenExpressions macro, NDArray anchors, List<Integer> positives) {

    void triplet(WeightedTerms terms, List<Integer> negatives, MicroNet.Settings settings) {
      List<Integer> whole =
          IntStream.range(0, positives.size())
              .filter(i -> positives.get(i) >= 0 && negatives.get(i) >= 0)
              .boxed()
              .toList();
      double weight = settings.weights().triplet();
      if (whole.isEmpty() || weight == 0) {
        return;
      }
      NDArray all = GlobalAveragePool.of(anchors);
      List<Integer> others = whole.stream().map(i -> negatives.get(i)).toList();
      NDArray loss =
          TripletLoss.of(
              rows(all, whole),
              GlobalAveragePool.of(macro.embeddings(manager, drawn(whole))),
              rows(all, others),
              settings.margin());
      terms.add("triplet", loss, weight);
    }

    /** The discriminator learns from embeddings as they are; the network from it as it is. */
    void adversarial(WeightedTerms terms, MapDiscriminator discriminator, double weight) {
      List<Integer> matched = matched();
      if (matched.isEmpty() || weight == 0) {
        return;
      }
      NDArray micro = rows(anchors, matched);
      NDArray both = micro.stopGradient().concat(macro.embeddings(manager, drawn(matched)), 0);
      int n = matched.size();
      NDArray judged =
          discriminator
              .forward(new ParameterStore(manager, false), new NDList(both), true)
              .singletonOrThrow()
              .flatten();
      terms.add(
          "discriminator",
          AdversarialLoss.ofDiscriminator(
              judged.get(new NDIndex("0:{}", n)), judged.get(new NDIndex("{}:", n))),
          1);
      NDArray seen =
          discriminator
              .forward(new FrozenParameters(manager), new NDList(micro), true)
              .singletonOrThrow()
              .flatten();
      terms.add("adversarial", AdversarialLoss.ofNetwork(seen), weight);
    }

    void inequality(WeightedTerms terms, NDArray losses, double weight) {
      List<Integer> matched = matched();
      if (matched.isEmpty() || weight == 0) {
        return;
      }
      NDArray theirs = macro.losses(manager, drawn(matched));
      terms.add("inequality", LossInequality.of(rows(losses, matched), theirs), weight);
    }

    private List<Integer> matched() {
      return IntStream.range(0, positives.size())
          .filter(i -> positives.get(i) >= 0)
          .boxed()
          .toList();
    }

    private List<Integer> drawn(List<Integer> places) {
      return places.stream().map(i -> positives.get(i)).toList();
    }

    private NDArray rows(NDArray all, List<Integer> places) {
      int[] chosen = places.stream().mapToInt(i -> i).toArray();
      return all.get(manager, new NDIndex("{}", manager.create(chosen)));
    }
  }
}
