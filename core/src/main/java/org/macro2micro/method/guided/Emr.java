package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.deep.DeepNetwork;
import org.macro2micro.nn.GlobalAveragePool;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.ResNet18;
import org.macro2micro.nn.SeededDropout;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.Input;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.PhaseSettings;

/**
 * EMR: Y. Liu, H. Du, L. Zheng, T. Gedeon, "A Neural Micro-Expression Recognizer", FG 2019, which
 * the paper's Table 5 calls Neural. Expressions are magnified where they are micro and reduced
 * where they are macro, and one network learns from both; a discriminator behind gradient reversal
 * keeps the domains from being told apart.
 *
 * <pre>
 * layer                                              output
 * movement from onset to apex, as colours            3 x 224 x 224
 * ResNet18 without its pooling                       512 x 7 x 7
 * mean of rows 0 to 2 and of rows 3 to 6             2 regions of 512
 * linear, tanh, dropout .1                           2 regions of 64
 * linear, from both regions (what is tested)         classes
 * linear, from each region (in training)             2 times classes
 * in training, behind reversal: linear, ReLU,
 *   dropout .5, twice (64, 32); linear               1
 * </pre>
 *
 * <p>Layers and numbers are those of the authors' code: 11,242,953 parameters with three classes
 * and 10,369 of the discriminator. The loss is the cross entropy of each of the three heads over
 * micro and macro clips, and {@code domain-weight} times the discriminator's; Adam, gradients cut
 * at length 1.
 *
 * <p>The authors' code has slips that are not carried over: it keeps the epoch that is best on the
 * tested person, counts CK+'s sadness as positive, varies clips in the test at random, and never
 * starts the reversal's count anew between people. Departures: the trunk starts from random weights
 * where theirs has ImageNet's, so that its learning rate is that of the rest ({@code trunk-rate});
 * magnification is this product's linear one (its settings are not known from the authors, and the
 * factor 10 is ours); faces are as {@code preprocess} says, where theirs are dlib's of 320 pixels;
 * "reduced" is {@code macro-until}; training clips are varied as {@code augmentation} says, for
 * which theirs are turned, recoloured and cropped. On ready flow: see {@link FlowPicture}.
 */
public final class Emr extends AbstractBlock implements DeepNetwork {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "emr",
          "Neural",
          "ResNet18 on the movement of magnified micro- and reduced macro-expressions, upper and lower face apart, domains confused by reversal",
          "Liu, Du, Zheng and Gedeon, FG 2019",
          new Needs(EnumSet.of(Input.FRAME, Input.FLOW), true, true, false, false),
          "random weights where the authors' are ImageNet's, linear magnification; slips of their code are mended (sadness counts as negative, the last epoch is tested); on ready flow full colours and directions about the median",
          block -> new EmrMethod(block.name(), block.as(Settings.class), block.augmentation()));

  /**
   * The block {@code methods.emr}.
   *
   * @param training epochs, batch, learning rate
   * @param macro whether macro clips are learnt from
   * @param macroUntil share of the way from onset to apex of macro clips that is shown
   * @param macroMagnification of macro clips, 1 for none
   * @param flow how movement is computed where clips come as frames
   * @param saturation of the colours where clips come as frames
   * @param side height and width in pixels of the picture that the network sees, at least 33
   * @param width of ResNet18; the original's is 64
   * @param domainWeight coefficient of the discriminator's loss; 0 for no discriminator
   * @param ramp steps over which the reversal grows to its full strength, at least 1
   * @param gradientLimit length at which gradients are cut, above 0
   * @param trunkRate factor of the learning rate of ResNet18, above 0
   */
  record Settings(
      PhaseSettings training,
      MacroUse macro,
      double macroUntil,
      double macroMagnification,
      FlowPicture.Flow flow,
      FlowPicture.Saturation saturation,
      int side,
      int width,
      double domainWeight,
      int ramp,
      double gradientLimit,
      double trunkRate) {
    Settings {
      if (side < LEAST_SIDE) {
        throw new IllegalArgumentException(
            "side: found %d, expected at least %d, so that the last map has an upper and a lower row"
                .formatted(side, LEAST_SIDE));
      }
      if (ramp < 1 || !(domainWeight >= 0)) {
        throw new IllegalArgumentException(
            "ramp, domain-weight: found %d, %s; expected at least 1 step, and a weight of at least 0"
                .formatted(ramp, domainWeight));
      }
    }
  }

  /** What macro clips are for. */
  enum MacroUse {
    /** They are learnt from along with the micro clips. */
    FUSED,
    /** None is read: the control. */
    NONE
  }

  private static final int LEAST_SIDE = 33;
  private static final int REGION = 64;

  private final Settings settings;
  private final int classes;
  private final ResNet18 trunk;
  private final Region top;
  private final Region bottom;
  private final Linear both;
  private final Linear topOnly;
  private final Linear bottomOnly;

  /**
   * @param classes number of labels, at least 2
   */
  Emr(int classes, Settings settings) {
    this.classes = classes;
    this.settings = settings;
    trunk = addChildBlock("trunk", new ResNet18(settings.width()));
    top = addChildBlock("top", new Region("top"));
    bottom = addChildBlock("bottom", new Region("bottom"));
    both = addChildBlock("head", Layers.linear(classes));
    topOnly = addChildBlock("head.top", Layers.linear(classes));
    bottomOnly = addChildBlock("head.bottom", Layers.linear(classes));
  }

  /**
   * What the network says of a batch.
   *
   * @param regions features of the upper and of the lower face side by side, [n,128]
   * @param both scores by both regions, [n,classes]
   * @param top scores by the upper face
   * @param bottom scores by the lower face
   */
  record Heads(NDArray regions, NDArray both, NDArray top, NDArray bottom) {}

  /** Asks all heads about pictures [n,3,side,side]. */
  Heads heads(
      ParameterStore store,
      NDList pictures,
      boolean training,
      @Nullable PairList<String, Object> params) {
    return heads(
        trunk.forward(store, pictures, training).singletonOrThrow(), store, training, params);
  }

  /** Asks all heads about maps [n,c,h,w] of the trunk. */
  Heads heads(
      NDArray map,
      ParameterStore store,
      boolean training,
      @Nullable PairList<String, Object> params) {
    long rows = map.getShape().get(2);
    long upper = upperRows(rows);
    NDList above = new NDList(map.get(new NDIndex().addAllDim(2).addSliceDim(0, upper)));
    NDList below = new NDList(map.get(new NDIndex().addAllDim(2).addSliceDim(upper, rows)));
    NDList one = top.forward(store, above, training, params);
    NDList two = bottom.forward(store, below, training, params);
    NDArray regions = one.singletonOrThrow().concat(two.singletonOrThrow(), 1);
    return new Heads(
        regions,
        both.forward(store, new NDList(regions), training).singletonOrThrow(),
        topOnly.forward(store, one, training).singletonOrThrow(),
        bottomOnly.forward(store, two, training).singletonOrThrow());
  }

  /** How many of a map's rows are the upper face: 3 of 7. */
  static long upperRows(long rows) {
    return Math.max(1, Math.round(3 * rows / 7.0));
  }

  /** The trunk, and what stands on it. */
  List<Block> parts() {
    return List.of(trunk, top, bottom, both, topOnly, bottomOnly);
  }

  /** A discriminator of regions [n,128] -&gt; [n,1], not yet initialised. */
  static Block discriminator() {
    return new Discriminator();
  }

  /** The shape of what the discriminator takes. */
  static Shape regionShape() {
    return new Shape(1, 2L * REGION);
  }

  @Override
  public ClipView view(double scale) {
    return new FlowPicture(settings.side(), settings.flow(), settings.saturation());
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
    return new NDList(heads(store, inputs, training, params).both());
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    trunk.initialize(manager, type, inputShapes);
    Shape pooled = new Shape(1, trunk.outputChannels());
    Shape region = new Shape(1, REGION);
    top.initialize(manager, type, pooled);
    bottom.initialize(manager, type, pooled);
    both.initialize(manager, type, regionShape());
    topOnly.initialize(manager, type, region);
    bottomOnly.initialize(manager, type, region);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }

  /** The features of a part of the face: rows of a map [n,c,h,w] -&gt; [n,64]. */
  private static final class Region extends AbstractBlock {
    private final Linear linear = addChildBlock("fc", Layers.linear(REGION));
    private final SeededDropout dropout;

    Region(String name) {
      dropout = addChildBlock("dropout", new SeededDropout(name, .1));
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store,
        NDList inputs,
        boolean training,
        @Nullable PairList<String, Object> params) {
      NDList pooled = new NDList(GlobalAveragePool.of(inputs.singletonOrThrow()));
      NDList features = Activation.tanh(linear.forward(store, pooled, training));
      return dropout.forward(store, features, training, params);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      linear.initialize(manager, type, inputShapes);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return new Shape[] {new Shape(inputShapes[0].get(0), REGION)};
    }
  }

  /** Whether regions are a macro clip's: [n,128] -&gt; [n,1], before the sigmoid. */
  private static final class Discriminator extends AbstractBlock {
    private final List<Linear> hidden =
        List.of(
            addChildBlock("fc1", Layers.linear(REGION)),
            addChildBlock("fc2", Layers.linear(REGION / 2)));
    private final List<SeededDropout> dropouts =
        List.of(new SeededDropout("domain1", .5), new SeededDropout("domain2", .5));
    private final Linear last = addChildBlock("fc3", Layers.linear(1));

    @Override
    protected NDList forwardInternal(
        ParameterStore store,
        NDList inputs,
        boolean training,
        @Nullable PairList<String, Object> params) {
      NDList x = inputs;
      for (int i = 0; i < hidden.size(); i++) {
        x = Activation.relu(hidden.get(i).forward(store, x, training));
        x = dropouts.get(i).forward(store, x, training, params);
      }
      return last.forward(store, x, training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      Shape[] shapes = inputShapes;
      for (Linear layer : hidden) {
        layer.initialize(manager, type, shapes);
        shapes = layer.getOutputShapes(shapes);
      }
      last.initialize(manager, type, shapes);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return new Shape[] {new Shape(inputShapes[0].get(0), 1)};
    }
  }
}
