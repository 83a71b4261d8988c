package org.macro2micro.method.guided;

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
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.ResNet10;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.Input;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.PhaseSettings;

/**
 * M. Peng, Z. Wu, Z. Zhang, T. Chen, "From Macro to Micro Expression Recognition: Deep Learning on
 * Small Datasets Using Transfer Learning", FG 2018: one network learns macro-expressions first, and
 * goes on with micro-expressions.
 *
 * <pre>
 * layer                       output
 * apex frame, or rise         3 x 224 x 224
 * {@link ResNet10}            512
 * linear                      classes
 * </pre>
 *
 * <p>4,907,661 parameters with seven classes. The paper itself could not be read: that the network
 * is this ResNet10 follows from the first author's next code and from the names of its layers. That
 * code trains by SGD (rate .01, a tenth of it after each 500 of 2,500 steps, momentum .9) with
 * classes evened out by repetition; of the macro stage 50,000 steps are known. The paper's macro
 * databases are not certain. Departures: random weights where the authors' start from ImageNet's;
 * Adam, with rates and epochs such as two cores can do; clips are varied as {@code augmentation}
 * says, where that code turns, mirrors and brightens them; nothing is frozen, which is a guess.
 * This is nearly the row L_c with {@code init.from: manet}, on one image and one trunk.
 */
public final class FineTuned extends AbstractBlock implements DeepNetwork {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "fine-tuned",
          "macro-to-micro by fine-tuning",
          "ResNet10 on the apex frame, trained on macro-expressions and then on micro-expressions",
          "Peng, Wu, Zhang and Chen, FG 2018",
          Needs.anything().withApex().withMacro(),
          "random weights where the authors' are ImageNet's; Adam in place of SGD; the paper could not be read, and the network is that of its first author's next code",
          block ->
              new FineTunedMethod(
                  block.name(),
                  block.as(Settings.class),
                  block.preprocess().size(),
                  block.augmentation()));

  /**
   * The block {@code methods.fine-tuned}.
   *
   * @param macro how the first stage is trained; with 0 epochs there is none, and no macro clip is
   *     read
   * @param micro how the second stage is trained
   * @param balance whether clips are repeated until all classes have as many
   * @param width of ResNet10; the original's is 64
   */
  record Settings(PhaseSettings macro, PhaseSettings micro, boolean balance, int width) {}

  /** The layer that each stage has its own of. */
  static final String LAST = "fc";

  private final int classes;
  private final int side;
  private final ResNet10 trunk;
  private final Linear last;

  /**
   * @param classes number of labels, at least 2
   * @param side height and width of its images in pixels
   * @param width of the trunk
   */
  FineTuned(int classes, int side, int width) {
    this.classes = classes;
    this.side = side;
    trunk = addChildBlock("trunk", new ResNet10(width));
    last = addChildBlock(LAST, Layers.linear(classes));
  }

  @Override
  public ClipView view(double scale) {
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
    return last.forward(store, trunk.forward(store, inputs, training), training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    trunk.initialize(manager, type, inputShapes);
    last.initialize(manager, type, trunk.getOutputShapes(inputShapes));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }
}
