package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.Method;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.deep.DeepFit;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.SeededDropout;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.Batch;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainLoop;

/**
 * Graph-TCN: L. Lei, J. Li, T. Chen, S. Li, "A Novel Graph-TCN with a Graph Structured
 * Representation for Micro-expression Recognition", ACM MM 2020. Patches of 7x7 pixels about 28
 * landmarks of brows and mouth, of an image that shows what a learnt magnification found to have
 * changed from onset to apex, are read as one sequence by two temporal convolution nets.
 *
 * <p>The network is that of the authors' public code, number for number ({@link GraphTcn}). What it
 * is fed is not theirs, and nobody may take a result for that of their program:
 *
 * <ul>
 *   <li>They magnify by MagNet ({@link MagNet}), whose weights this program does not have. With a
 *       file of them ({@code magnet}) its "shape" is read as somebody else's program for the
 *       authors' next method does; without one the linear Eulerian magnification of this project is
 *       a substitute, see {@link org.macro2micro.preprocess.MagnifiedChange}. Since that picture is
 *       stretched afterwards, the factor changes the weight of broad beside fine changes, and not
 *       the strength.
 *   <li>With a file of the face mesh ({@code preprocess.landmarks}) the patches lie about places
 *       that were found in the apex frame, by another finder than theirs. Without one, or where it
 *       finds no face, they lie where an average face with aligned eyes has brows and mouth; so
 *       clips are prepared with {@code align: eyes}. Which two of the mouth's 20 landmarks the
 *       authors leave out is a guess.
 *   <li>Their training is not published. Their matrix for CASME II has some 20 variants a clip;
 *       here a factor is drawn for each clip and step from {@code factors}, so that an epoch has
 *       one variant of each, and clips that are predicted all have {@code testFactor}. Factors,
 *       rate, batch and epochs are those of somebody else's program for the authors' next method.
 * </ul>
 *
 * <p>Filters start as PyTorch draws them: the authors draw theirs with deviation .01, but on what
 * weight normalisation overwrites before it is used.
 */
public final class GraphTcnMethod implements Method {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "graph-tcn",
          "Graph-TCN",
          "patches about brows and mouth, read as one sequence by two temporal convolution nets",
          "Lei, Li, Chen and Li, ACM MM 2020",
          Needs.frames().withApex(),
          "not the authors' input: without files of MagNet's weights and of the face mesh, magnification is linear and the patches lie where an average face has brows and mouth; how they train is not known",
          "the network is its authors', but not what it is fed, and the training is a guess.",
          block ->
              new GraphTcnMethod(
                  block.name(),
                  block.as(Settings.class),
                  block.augmentation(),
                  block.preprocess().seeksLandmarks()));

  /**
   * The block {@code methods.graph-tcn}.
   *
   * @param training epochs, batch, learning rate
   * @param factors of the magnification, of which one is drawn for each training clip and step; at
   *     least one, each above 0, at most 100
   * @param testFactor the factor for clips that are predicted, above 0, at most 100
   * @param magnet MagNet's weights as safetensors; null for linear magnification
   * @param dropout probability, at least 0 and below 1
   * @param hidden outputs of the first linear layer, at least 1
   */
  record Settings(
      PhaseSettings training,
      List<Double> factors,
      double testFactor,
      @Nullable Path magnet,
      double dropout,
      int hidden) {
    Settings {
      factors = List.copyOf(factors);
      if (factors.isEmpty()) {
        throw new IllegalArgumentException(
            "factors: found none, expected at least one, such as [2]");
      }
      factors.forEach(factor -> requireFactor("factors", factor));
      requireFactor("test-factor", testFactor);
      if (!(dropout >= 0 && dropout < 1)) {
        throw new IllegalArgumentException(
            "dropout: found " + dropout + ", expected a probability, at least 0 and below 1");
      }
      if (hidden < 1) {
        throw new IllegalArgumentException("hidden: found " + hidden + ", expected at least 1");
      }
    }

    private static void requireFactor(String name, double factor) {
      if (!(factor > 0 && factor <= 100)) {
        throw new IllegalArgumentException(
            "%s: found %s, expected a number above 0, at most 100; 1 magnifies nothing"
                .formatted(name, factor));
      }
    }
  }

  private final String name;
  private final Settings settings;
  private final Augmentation augmentation;
  private final boolean seeksLandmarks;
  private final GraphTcnMagnification magnification;

  /**
   * @param seeksLandmarks whether the clips' preparation seeks brows and mouth
   */
  GraphTcnMethod(
      String name, Settings settings, Augmentation augmentation, boolean seeksLandmarks) {
    this.name = name;
    this.settings = settings;
    this.augmentation = augmentation;
    this.seeksLandmarks = seeksLandmarks;
    magnification =
        new GraphTcnMagnification(settings.magnet(), settings.factors(), settings.testFactor());
  }

  @Override
  public SortedMap<String, String> files() {
    SortedMap<String, String> digests = new TreeMap<>();
    magnification.digest().ifPresent(digest -> digests.put("magnet", digest));
    return digests;
  }

  @Override
  public List<String> notes() {
    return List.of(
        name + ": " + magnification.note(),
        name
            + (seeksLandmarks
                ? ": the patches lie about brows and mouth as they were found in each face."
                : ": the patches lie where an average face with aligned eyes has brows and mouth, a substitute for landmarks (preprocess.landmarks)."));
  }

  @Override
  public SortedMap<String, Integer> epochs() {
    return new TreeMap<>(Map.of(name, settings.training().epochs()));
  }

  @Override
  public TrainedModel train(TrainingData data, FitContext context) {
    FacePatches view = new FacePatches(settings.testFactor(), magnification.sequences());
    DeepFit<GraphTcn> fit = fit(data.micro().labels(), view);
    TrainingClips clips = new TrainingClips(data.micro(), augmentation);
    view.require(name, clips.first());
    return magnification.completed(
        fit.train(
            context,
            (loaded, seed, kept) ->
                new TrainLoop(Phase.SINGLE, settings.training(), loaded.network())
                    .run(
                        loaded.manager(),
                        clips.size(),
                        batch -> terms(batch, loaded.network(), clips, view),
                        seed,
                        kept)));
  }

  private StepTerms terms(Batch batch, GraphTcn network, TrainingClips clips, FacePatches view) {
    List<PreparedClip> chosen = clips.clips(batch);
    List<Double> drawn =
        chosen.stream()
            .map(clip -> factor(batch.seed().child(clip.id().toString()).child("factor").random()))
            .toList();
    NDArray scores =
        network
            .forward(
                new ParameterStore(batch.manager(), false),
                view.of(batch.manager(), chosen, drawn),
                true,
                SeededDropout.params(batch.seed()))
            .singletonOrThrow();
    NDArray loss = ClassificationLoss.of(scores, clips.labels(batch));
    TreeMap<String, NDArray> only = new TreeMap<>(Map.of("c", loss));
    return new StepTerms(only, only, loss);
  }

  private double factor(RandomGenerator random) {
    return settings.factors().get(random.nextInt(settings.factors().size()));
  }

  @Override
  public Recognizer open(TrainedModel model, ComputeDevice device) {
    GraphTcnMagnification.Opened opened = magnification.opened(name, model);
    FacePatches view = new FacePatches(settings.testFactor(), opened.sequences());
    return fit(model.labels(), view).open(opened.network(), device);
  }

  private DeepFit<GraphTcn> fit(List<String> labels, FacePatches view) {
    GraphTcn network =
        new GraphTcn(labels.size(), settings.hidden(), settings.dropout(), settings.testFactor());
    return new DeepFit<>(name, network, view, labels);
  }
}
