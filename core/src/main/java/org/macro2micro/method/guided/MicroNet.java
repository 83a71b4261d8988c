package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.deep.DeepNetwork;
import org.macro2micro.nn.GlobalAveragePool;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.ResNet18;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.PhaseSettings;

/**
 * MicroNet: B. Xia, W. Wang, S. Wang, E. Chen, "Learning from Macro-expression: a Micro-expression
 * Recognition Framework", ACM Multimedia 2020, by the authors of the paper. What is expressed and
 * who expresses it are told apart in two networks; the one of macro-expressions, frozen, then
 * guides the one of micro-expressions.
 *
 * <pre>
 * layer                                              output
 * image near the apex; neutral image                 2 images of 3 x 224 x 224
 * ResNet18 without its pooling                       2 maps of 512 x 7 x 7
 * expression branch: convolution 3x3, batch
 *   normalisation, ReLU                              256 x 7 x 7
 * mean, linear (what is tested)                      classes
 * in training, behind reversal: mean, linear         persons
 * in training: identity branch, as the other         256 x 7 x 7
 * in training, from the expression of the one image
 *   and the identity of the other: {@link Decoder}   3 x 224 x 224
 * </pre>
 *
 * <p>Phase 1, of each network for itself (EIDNet): cross entropy, and .1 times each of the squared
 * error of the rebuilt image, the squared distance of the two identities, and the cross entropy of
 * the person, which the branch works against. Phase 2 (MTMNet): cross entropy, and .001 times each
 * of a triplet loss whose positives are macro embeddings, an adversarial loss that makes micro
 * embeddings look like macro ones, and the inequality of the losses.
 *
 * <p>These are the paper's; its section 3.1.2 takes the branches the other way round than Eq. 2 and
 * the figure, which count here. Not known, and ours: how wide branches and decoder are, that
 * embeddings are maps whose means have the distances, the margin, that a triplet's negative is
 * drawn from its batch. A clip whose class has no macro counterpart gets the cross entropy alone in
 * phase 2. Departures: trunks start from random weights, and where the authors' code has ResNet34
 * the paper's ResNet18 stands; ImageNet's mean, which that code takes off the images, is not; the
 * discriminator sees the embedding, where that code's take maps of 512 channels and of 128; the
 * five frames about the apex are of the clip's {@code preprocess.frames}, which are spread over all
 * of it; training clips are varied as {@code augmentation} says; flow holds no neutral face, see
 * {@link FaceImages}.
 */
public final class MicroNet extends AbstractBlock implements DeepNetwork {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "micronet",
          "MicroNet",
          "expression apart from identity in two networks; the macro one, frozen, guides by triplets, a discriminator and the inequality of losses",
          "Xia, Wang, Wang and Chen, ACM Multimedia 2020",
          Needs.anything().withApex().withMacro(),
          "random weights where the authors' are pretrained; widths of branches and decoder, the margin and the draw of triplets are not in the paper; on flow a still image is the neutral one",
          block ->
              new MicroNetMethod(block.name(), block.as(Settings.class), block.augmentation()));

  /**
   * The block {@code methods.micronet}.
   *
   * @param phases how each is trained
   * @param macro what macro clips are for
   * @param weights of the losses beside the cross entropy
   * @param margin of the triplet loss, at least 0
   * @param decoderRate factor of the decoder's learning rate, above 0
   * @param discriminator which of two
   * @param reach frames each way from the apex, of which one is drawn for each step
   * @param side height and width in pixels of the images that the network sees, a multiple of 32
   * @param width of ResNet18; the original's is 64
   */
  record Settings(
      Phases phases,
      MacroUse macro,
      Weights weights,
      double margin,
      double decoderRate,
      MapDiscriminator.Form discriminator,
      int reach,
      int side,
      int width) {
    Settings {
      if (side < STRIDE || side % STRIDE != 0) {
        throw new IllegalArgumentException(
            "side: found %d, expected a multiple of %d, which the decoder doubles to"
                .formatted(side, STRIDE));
      }
      if (!(margin >= 0) || reach < 0) {
        throw new IllegalArgumentException(
            "margin, reach: found %s, %d; expected at least 0".formatted(margin, reach));
      }
    }
  }

  /**
   * How each phase is trained.
   *
   * @param macro phase 1 of the macro network, once for a run
   * @param micro phase 1 of the micro network
   * @param transfer phase 2
   */
  record Phases(PhaseSettings macro, PhaseSettings micro, PhaseSettings transfer) {}

  /**
   * Coefficients of losses, each at least 0; nothing is learnt from a loss whose coefficient is 0.
   *
   * @param reconstruction of the image, phase 1
   * @param identity distance of the identities of two images of a clip, phase 1
   * @param person cross entropy of the person, phase 1
   * @param triplet phase 2
   * @param adversarial phase 2
   * @param inequality phase 2
   */
  record Weights(
      double reconstruction,
      double identity,
      double person,
      double triplet,
      double adversarial,
      double inequality) {
    Weights {
      for (double weight :
          new double[] {reconstruction, identity, person, triplet, adversarial, inequality}) {
        if (!(weight >= 0)) {
          throw new IllegalArgumentException(
              "weights: found %s, expected at least 0".formatted(weight));
        }
      }
    }

    /** Whether phase 1 needs more than the classes. */
    boolean disentangle() {
      return reconstruction > 0 || identity > 0 || person > 0;
    }

    /** Whether phase 2 needs macro clips. */
    boolean transfer() {
      return triplet > 0 || adversarial > 0 || inequality > 0;
    }
  }

  /** What macro clips are for. */
  enum MacroUse {
    /** They guide phase 2. */
    GUIDE,
    /** None is read, and phase 2 goes on with the cross entropy alone: the control. */
    NONE
  }

  private static final int STRIDE = 32;

  private final Settings settings;
  private final int classes;
  private final ResNet18 trunk;
  private final Branch expression;
  private final Linear classifier;

  /**
   * @param classes number of labels, at least 2
   */
  MicroNet(int classes, Settings settings) {
    this.classes = classes;
    this.settings = settings;
    trunk = addChildBlock("trunk", new ResNet18(settings.width()));
    expression = addChildBlock("expression", branch());
    classifier = addChildBlock("classifier", Layers.linear(classes));
  }

  /** A branch behind the trunk, not yet initialised. */
  Branch branch() {
    return new Branch(trunk.outputChannels() / 2);
  }

  /** Channels of an embedding. */
  int channels() {
    return trunk.outputChannels() / 2;
  }

  /** The shape of the trunk's map of an image. */
  Shape mapShape() {
    int side = settings.side() / STRIDE;
    return new Shape(1, trunk.outputChannels(), side, side);
  }

  /** The shape of the embedding of an image. */
  Shape embeddingShape() {
    Shape map = mapShape();
    return new Shape(1, channels(), map.get(2), map.get(3));
  }

  /** Images [n,3,side,side] -&gt; maps [n,2c,h,w] of the trunk. */
  NDArray maps(ParameterStore store, NDArray images, boolean training) {
    return trunk.forward(store, new NDList(images), training).singletonOrThrow();
  }

  /** Maps of the trunk -&gt; embeddings of the expression [n,c,h,w]. */
  NDArray express(ParameterStore store, NDArray maps, boolean training) {
    return expression.forward(store, new NDList(maps), training).singletonOrThrow();
  }

  /** Embeddings -&gt; scores [n,classes]. */
  NDArray classify(ParameterStore store, NDArray embeddings, boolean training) {
    NDList pooled = new NDList(GlobalAveragePool.of(embeddings));
    return classifier.forward(store, pooled, training).singletonOrThrow();
  }

  @Override
  public ClipView view(double scale) {
    return new FaceImages(settings.side());
  }

  @Override
  public SeededWeights start() {
    return SeededWeights.TORCHVISION;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray embeddings = express(store, maps(store, inputs.get(0), training), training);
    return new NDList(classify(store, embeddings, training));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    trunk.initialize(manager, type, inputShapes[0]);
    expression.initialize(manager, type, mapShape());
    classifier.initialize(manager, type, new Shape(1, channels()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }
}
