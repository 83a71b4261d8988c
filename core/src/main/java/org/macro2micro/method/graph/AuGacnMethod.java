package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.loss.ActionUnitLoss;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.Method;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.NetworkUnits;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.UnitRecognizer;
import org.macro2micro.method.UnitTargets;
import org.macro2micro.method.deep.DeepFit;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SafetensorsFile;
import org.macro2micro.nn.SeededDropout;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.Batch;
import org.macro2micro.train.BatchOrder;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.DescentSettings;
import org.macro2micro.train.Phase;
import org.macro2micro.train.StepTerms;
import org.macro2micro.train.TrainLoop;

/**
 * AU-GACN: H.-X. Xie, L. Lo, H.-H. Shuai, W.-H. Cheng, "AU-assisted Graph Attention Convolutional
 * Network for Micro-Expression Recognition", ACM MM 2020. A small pseudo-3D network gives each
 * action unit a score; a graph network, whose nodes are the units and whose edges join those that
 * occur together, reads the scores. Both are trained at once: .6 of the cross entropy of the
 * emotion, and .4 of that of the units.
 *
 * <p>The units, the edges and what each clip shows come from the training clips of a fold alone; a
 * prediction needs no units.
 *
 * <p>Layers and training are those of the authors' public code (three classes, before the final
 * paper): stochastic gradient descent, one clip a step, 30 epochs. Departures: the code has one
 * graph for all folds, and here each fold has that of its training clips; the code leaves an empty
 * graph in the batch, which doubles what is read out and of which half is dead; weights start as
 * PyTorch draws them; clips are 112 pixels and 16 frames, where the authors' are 224 and of any
 * length; alternatives and doubtful units count as unknown, where theirs count as seen. The paper
 * adds clips that another network, AU-ICGAN, redraws with other units; no code of it is public, and
 * none are added here. The code prints the tested person's accuracy as a mean over all epochs; here
 * the last epoch counts.
 */
public final class AuGacnMethod implements Method {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "au-gacn",
          "AU-GACN",
          "scores of action units by a pseudo-3D network, read by a graph network with attention pooling",
          "Xie, Lo, Shuai and Cheng, ACM MM 2020",
          Needs.frames().withUnits(),
          "no clips redrawn by AU-ICGAN, of which no code is public; the graph of each fold is of its training clips; 16 frames of 112 pixels where the authors' are of any length and 224",
          "the paper's numbers are of three classes (positive, negative, surprise) and with clips that another network redrew; those measured are of the column's classes and without such clips.",
          block -> new AuGacnMethod(block.name(), block.as(Settings.class), block.augmentation()));

  /**
   * The block {@code methods.au-gacn}.
   *
   * @param training how it is trained
   * @param auWeight share of the units in the loss, 0 to 1; the emotion has the rest
   * @param pool share of the units that the pooling keeps, above 0 to 1
   */
  record Settings(DescentSettings training, double auWeight, double pool) {
    Settings {
      if (!(auWeight >= 0 && auWeight <= 1)) {
        throw new IllegalArgumentException(
            "au-weight: found " + auWeight + ", expected a share, 0 to 1");
      }
      if (!(pool > 0 && pool <= 1)) {
        throw new IllegalArgumentException(
            "pool: found " + pool + ", expected a share above 0, at most 1");
      }
    }
  }

  private static final double SCALE = 1;

  private final String name;
  private final Settings settings;
  private final Augmentation augmentation;

  AuGacnMethod(String name, Settings settings, Augmentation augmentation) {
    this.name = name;
    this.settings = settings;
    this.augmentation = augmentation;
  }

  @Override
  public SortedMap<String, Integer> epochs() {
    return new TreeMap<>(Map.of(name, settings.training().epochs()));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if no training clip shows a unit that was coded without doubt
   */
  @Override
  public TrainedModel train(TrainingData data, FitContext context) {
    LabelledExamples micro = data.micro();
    UnitGraph graph = UnitGraph.of(micro.units().values());
    if (graph.units().isEmpty()) {
      throw new IllegalArgumentException(
          "method %s learns from action units, and none of its %d training clips has a coded one; take a database whose clips are coded (casme2, samm), or leave the row out"
              .formatted(name, micro.examples().size()));
    }
    UnitTargets targets = new UnitTargets(graph.units(), micro.units());
    DeepFit<AuGacn> fit = fit(micro.labels(), graph.units().size());
    TrainingClips clips = new TrainingClips(micro, augmentation);
    fit.view().require(name, clips.first());
    return fit.train(
        context,
        (loaded, seed, kept) -> {
          AuGacn network = loaded.network();
          network.join(graph);
          new TrainLoop(Phase.SINGLE, settings.training(), List.of(network), BatchOrder.SINGLE, 0)
              .run(
                  loaded.manager(),
                  clips.size(),
                  batch -> terms(batch, network, fit.view(), clips, targets),
                  seed,
                  kept);
        });
  }

  private StepTerms terms(
      Batch batch, AuGacn network, ClipView view, TrainingClips clips, UnitTargets targets) {
    NDManager manager = batch.manager();
    List<PreparedClip> chosen = clips.clips(batch);
    NDList outputs =
        network.forward(
            new ParameterStore(manager, false),
            view.arranged(view.of(manager, chosen)),
            true,
            SeededDropout.params(batch.seed()));
    List<ClipId> ids = chosen.stream().map(PreparedClip::id).toList();
    Shape each = new Shape(ids.size(), targets.units().size());
    NDArray emotion = ClassificationLoss.of(outputs.get(0), clips.labels(batch));
    NDArray units =
        ActionUnitLoss.of(
            outputs.get(1),
            manager.create(targets.shown(ids), each),
            manager.create(targets.known(ids), each));
    double share = settings.auWeight();
    NDArray ofEmotion = emotion.mul(manager.create((float) (1 - share)));
    NDArray ofUnits = units.mul(manager.create((float) share));
    return new StepTerms(
        new TreeMap<>(Map.of("c", emotion, "au", units)),
        new TreeMap<>(Map.of("c", ofEmotion, "au", ofUnits)),
        share == 0 ? ofEmotion : ofEmotion.add(ofUnits));
  }

  @Override
  public Recognizer open(TrainedModel model, ComputeDevice device) {
    SafetensorsFile file = SafetensorsFile.of(name, model.weights());
    if (!file.names().contains(AuGacn.ADJACENCY)) {
      throw new IllegalArgumentException(
          "%s: found the tensors %s, expected %s among them; is the model of another method?"
              .formatted(name, file.names(), AuGacn.ADJACENCY));
    }
    return fit(model.labels(), (int) file.shape(AuGacn.ADJACENCY).get(0)).open(model, device);
  }

  /**
   * What the network says of action units.
   *
   * @param known the units of the clips that it was trained on, rising
   * @param wanted the units to be told
   * @param device where the network computes
   */
  UnitRecognizer units(
      TrainedModel model, List<Integer> known, List<Integer> wanted, ComputeDevice device) {
    DeepFit<AuGacn> fit = fit(model.labels(), known.size());
    ClipView view = fit.view();
    LoadedNetwork<AuGacn> loaded =
        LoadedNetwork.of(device, model.weights(), fit.network(), view.shapes());
    return new NetworkUnits(
        loaded,
        (step, clips) -> {
          clips.forEach(clip -> view.require(name, clip));
          NDList inputs = view.arranged(view.of(step, clips));
          NDList outputs = loaded.network().forward(new ParameterStore(step, false), inputs, false);
          return Activation.sigmoid(outputs.get(1));
        },
        known,
        wanted);
  }

  private DeepFit<AuGacn> fit(List<String> labels, int units) {
    AuGacn network = new AuGacn(labels.size(), units, settings.pool());
    return new DeepFit<>(name, network, network.view(SCALE), labels);
  }
}
