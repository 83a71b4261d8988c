package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import org.macro2micro.clip.Subject;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.loss.SquaredDistance;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.nn.GlobalAveragePool;
import org.macro2micro.nn.GradientReversal;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batch;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.StepRule;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainListener;
import org.macro2micro.train.TrainLoop;

/**
 * Phase 1 of {@link MicroNet}: what is expressed is told apart from who expresses it. The identity
 * branch, the decoder and the classifier of persons serve this alone and are not kept.
 */
final class Disentangling {
  private final LoadedNetwork<MicroNet> loaded;
  private final MicroNet.Settings settings;
  private final TrainingClips clips;
  private final List<Subject> persons;
  private final Branch identity;
  private final Decoder decoder;
  private final Linear person;

  /**
   * @param loaded trained in place
   * @param clips of one domain
   */
  Disentangling(LoadedNetwork<MicroNet> loaded, MicroNet.Settings settings, TrainingClips clips) {
    this.loaded = loaded;
    this.settings = settings;
    this.clips = clips;
    persons =
        clips.examples().examples().stream()
            .map(example -> example.id().subject())
            .distinct()
            .sorted()
            .toList();
    identity = loaded.network().branch();
    decoder = new Decoder(loaded.network().channels());
    person = Layers.linear(persons.size());
  }

  void run(Phase phase, PhaseSettings training, SeedPath seed, TrainListener listener) {
    List<Block> networks = new ArrayList<>(List.of(loaded.network()));
    List<Double> rates = new ArrayList<>(List.of(1.));
    if (settings.weights().disentangle()) {
      MicroNet network = loaded.network();
      Shape map = network.mapShape();
      Shape both = new Shape(1, 2L * network.channels(), map.get(2), map.get(3));
      initialize(identity, seed.child("identity"), map);
      initialize(decoder, seed.child("decoder"), both);
      initialize(person, seed.child("person"), new Shape(1, network.channels()));
      networks.addAll(List.of(identity, decoder, person));
      rates.addAll(List.of(1., settings.decoderRate(), 1.));
    }
    new TrainLoop(phase, training, networks, new StepRule(Double.POSITIVE_INFINITY, rates))
        .run(loaded.manager(), clips.size(), this::terms, seed, listener);
  }

  private void initialize(Block block, SeedPath seed, Shape input) {
    SeededWeights.TORCHVISION.initialize(block, loaded.manager(), seed, input);
  }

  private StepTerms terms(Batch batch) {
    MicroNet network = loaded.network();
    MicroNet.Weights weights = settings.weights();
    ParameterStore store = new ParameterStore(batch.manager(), false);
    ClipView view = network.view(1);
    NDList images =
        view.arranged(
            view.of(
                batch.manager(), FaceImages.nearApex(clips.clips(batch), settings.reach(), batch)));
    NDArray expressive = images.get(0);
    int n = batch.size();
    boolean disentangle = weights.disentangle();
    NDArray maps =
        network.maps(store, disentangle ? expressive.concat(images.get(1), 0) : expressive, true);
    NDArray expression =
        network.express(store, disentangle ? maps.get(new NDIndex("0:{}", n)) : maps, true);
    WeightedTerms terms = new WeightedTerms(batch);
    terms.add(
        "c",
        ClassificationLoss.of(network.classify(store, expression, true), clips.labels(batch)),
        1);
    if (disentangle) {
      NDArray identities = identity.forward(store, new NDList(maps), true).singletonOrThrow();
      NDArray ofNeutral = identities.get(new NDIndex("{}:", n));
      NDArray rebuilt =
          decoder
              .forward(store, new NDList(expression.concat(ofNeutral, 1)), true)
              .singletonOrThrow();
      NDArray hidden = GradientReversal.reverse(GlobalAveragePool.of(expression), 1);
      NDArray guess = person.forward(store, new NDList(hidden), true).singletonOrThrow();
      terms.add(
          "reconstruction",
          SquaredDistance.ofPictures(rebuilt, expressive),
          weights.reconstruction());
      terms.add(
          "identity",
          SquaredDistance.ofVectors(
              GlobalAveragePool.of(identities.get(new NDIndex("0:{}", n))),
              GlobalAveragePool.of(ofNeutral)),
          weights.identity());
      terms.add("person", ClassificationLoss.of(guess, persons(batch)), weights.person());
    }
    return terms.sum();
  }

  private NDArray persons(Batch batch) {
    return batch
        .manager()
        .create(
            batch.positions().stream()
                .mapToLong(
                    at -> persons.indexOf(clips.examples().examples().get(at).id().subject()))
                .toArray());
  }
}
