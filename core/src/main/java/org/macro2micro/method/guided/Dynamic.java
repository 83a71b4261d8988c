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
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.deep.DeepNetwork;
import org.macro2micro.method.deep.OneImage;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.nn.GlobalAveragePool;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.ResNet18;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.Input;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.PhaseSettings;

/**
 * B. Sun, S. Cao, D. Li, J. He, L. Yu, "Dynamic Micro-Expression Recognition Using Knowledge
 * Distillation", IEEE Transactions on Affective Computing 2020: a deep teacher learns action units
 * first; a shallow student learns micro-expressions, and is pulled to the teacher's features.
 *
 * <pre>
 * layer of the student                               output
 * apex frame, or rise                                3 x 224 x 224
 * 7x7 convolution, stride 2, normalisation, ReLU     64 x 112 x 112
 * maximum of 3x3, stride 2                           64 x 56 x 56
 * residual block                                     64 x 56 x 56
 * residual block                                     128 x 28 x 28
 * mean (what the linear SVM sorts by)                128
 * linear (what it learns by)                         classes
 * linear, in training: to the teacher's width        512
 * </pre>
 *
 * <p>The loss is the cross entropy and lambda times {@link org.macro2micro.loss.HintLoss}: the
 * distance to what the teacher ({@link UnitTeacher}: ResNet18) makes of the same, varied image. The
 * teacher learns from macro clips whose action units people coded, once for a run, and is then
 * frozen. Action units of micro clips are not read, so that databases without any can be tested.
 *
 * <p>No code was found and the paper could not be read. Known from others' descriptions: a deep
 * teacher of action units, a shallow student of residual blocks that starts from random weights,
 * the apex frame, an L2 loss between features, an SVM. Everything else here is a guess: both
 * networks, which layer is compared, that means of maps are, the projection, lambda, which units,
 * weights, optimiser, epochs, and that the teacher learns from CK+ or MMI.
 */
public final class Dynamic extends AbstractBlock implements DeepNetwork {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "dynamic",
          "Dynamic",
          "a shallow network pulled to the features of a teacher that learnt action units of macro clips, and a linear SVM",
          "Sun, Cao, Li, He and Yu, IEEE Transactions on Affective Computing 2020",
          Needs.anything().withApex().withMacroUnits(),
          "neither code nor paper could be read: both networks, the layers compared, their projection, weights, units, optimiser and epochs are guesses; the teacher learns from CK+ or MMI, what theirs learnt from is not certain",
          "neither its code nor its paper could be read; that a teacher of action units guides a shallow student by an L2 loss, and an SVM sorts, is known from others' descriptions, and all the rest is a guess. The paper's numbers for CASME II are of four classes, and which four is not known; those measured are of the column's classes.",
          block ->
              new DynamicMethod(
                  block.name(),
                  block.as(Settings.class),
                  block.preprocess().size(),
                  block.augmentation()));

  /**
   * The block {@code methods.dynamic}.
   *
   * @param teacher how the teacher is trained, once for a run
   * @param student how the student is trained
   * @param lambda weight of the hint, at least 0; with 0 there is no teacher, and no macro clip is
   *     read
   * @param hint which of the teacher's layers the student is pulled to
   * @param studentBlocks residual blocks of the student, 1 to 4; each halves the map of the one
   *     before and has twice its channels
   * @param units how many action units the teacher learns at most, the most frequent of its clips;
   *     at least 1
   * @param classifier what sorts by the student's features
   * @param width of both networks; the original ResNet18's is 64
   * @param svm choices of the machines
   */
  record Settings(
      PhaseSettings teacher,
      PhaseSettings student,
      double lambda,
      Hint hint,
      int studentBlocks,
      int units,
      Classifier classifier,
      int width,
      SvmSettings svm) {
    Settings {
      if (!(lambda >= 0) || Double.isInfinite(lambda)) {
        throw new IllegalArgumentException(
            "lambda: found %s, expected a number of at least 0".formatted(lambda));
      }
      if (studentBlocks < 1 || studentBlocks > 4) {
        throw new IllegalArgumentException(
            "student-blocks: found %d, expected 1 to 4".formatted(studentBlocks));
      }
      if (units < 1) {
        throw new IllegalArgumentException("units: found %d, expected at least 1".formatted(units));
      }
    }
  }

  /** A layer of the teacher. */
  enum Hint {
    /** After all four stages: 8 times the width. */
    LAST(4),
    /** After three stages: 4 times the width. */
    STAGE3(3);

    private final int stages;

    Hint(int stages) {
      this.stages = stages;
    }

    /** The stages before it, itself included. */
    int stages() {
      return stages;
    }
  }

  /** What sorts clips by the student's features. */
  enum Classifier {
    /** A linear support vector machine, learnt after the student. */
    SVM,
    /** The layer that the student learnt by. */
    SOFTMAX
  }

  private final int classes;
  private final int side;
  private final ResNet18 trunk;
  private final Linear last;

  /**
   * The student.
   *
   * @param classes number of labels, at least 2
   * @param side height and width of its images in pixels
   */
  Dynamic(int classes, int side, Settings settings) {
    this.classes = classes;
    this.side = side;
    trunk = addChildBlock("trunk", ResNet18.shallow(settings.width(), settings.studentBlocks()));
    last = addChildBlock("fc", Layers.linear(classes));
  }

  /** Numbers in a feature. */
  int channels() {
    return trunk.outputChannels();
  }

  /** Images [n,3,side,side] -&gt; features [n,channels]. */
  NDArray features(ParameterStore store, NDArray images, boolean training) {
    return GlobalAveragePool.of(
        trunk.forward(store, new NDList(images), training).singletonOrThrow());
  }

  /** Features -&gt; scores [n,classes]. */
  NDArray classify(ParameterStore store, NDArray features, boolean training) {
    return last.forward(store, new NDList(features), training).singletonOrThrow();
  }

  @Override
  public ClipView view(double scale) {
    return view(side, scale);
  }

  /** How student and teacher take clips. */
  static ClipView view(int side, double scale) {
    return new OneImage(side, EnumSet.allOf(Input.class), scale);
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
    NDArray features = features(store, inputs.singletonOrThrow(), training);
    return new NDList(classify(store, features, training));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    trunk.initialize(manager, type, inputShapes);
    last.initialize(manager, type, new Shape(1, channels()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }
}
