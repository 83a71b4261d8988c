package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.macro2micro.loss.MarginLoss;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.nn.CapsuleLayer;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.ResNet18;
import org.macro2micro.preprocess.Input;
import org.macro2micro.train.ClipView;

/**
 * CapsuleNet: N. Van Quang, J. Chun, T. Tokuyama, "CapsuleNet for Micro-Expression Recognition", FG
 * 2019, after Sabour et al., NIPS 2017. Takes the apex frame.
 *
 * <pre>
 * layer                                                    output
 * apex frame                                               3 x 224 x 224
 * ResNet18's first three stages, without its pooling       256 x 28 x 28
 * convolution 9x9, ReLU                                    256 x 20 x 20
 * convolution 9x9, stride 2                                256 x 6 x 6
 * eight channels of a pixel a capsule, squashed            1152 x 8
 * class capsules, three iterations of routing              classes x 16
 * lengths                                                  classes
 * </pre>
 *
 * <p>Layers are those of the authors' code, trained by Adam for 30 epochs at 1e-4 (each times .9),
 * batches of 32, on apex frames and four frames beside each, turned, mirrored, recoloured and
 * cropped, from ImageNet's weights, keeping the epoch of the best score on the held-out subject.
 * Departures: the trunk starts from random weights; images of 28 pixels, such as flow, go without a
 * trunk straight to the 9x9 convolution, which is Sabour's network for digits; flow shows the rise
 * in place of the apex frame. The lengths, divided by their sum, pass for probabilities.
 */
public final class CapsuleNet extends AbstractBlock implements DeepNetwork {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "capsulenet",
          "Capsule",
          "capsules with dynamic routing on the apex frame",
          "Van Quang, Chun and Tokuyama, FG 2019; Sabour, Frosst and Hinton, NIPS 2017",
          Needs.anything().withApex(),
          "the trunk starts from random weights; images of 28 pixels go without a trunk",
          block ->
              DeepMethod.maker(classes -> new CapsuleNet(classes, block.preprocess().size()))
                  .make(block));

  /** Height and width of images that need no trunk. */
  public static final int SMALL_SIDE = 28;

  private static final int PAPER_WIDTH = 256;
  private static final int KERNEL = 9;
  private static final int PRIMARY_SIZE = 8;
  private static final int CLASS_SIZE = 16;
  private static final int ITERATIONS = 3;
  private static final int STAGES = 3;
  // The trunk's map must hold one 9x9 window of 9x9 windows: 17, an eighth of 129 to 136.
  private static final int LEAST_SIDE = 129;

  private final int side;
  private final @Nullable ResNet18 trunk;
  private final Conv2d conv;
  private final Conv2d primary;
  private final CapsuleLayer capsules;
  private final int classes;

  /**
   * @param classes number of labels, at least 2
   * @param side height and width of its images, 224 in the paper; 28 or at least 129
   */
  public CapsuleNet(int classes, int side) {
    this(classes, side, PAPER_WIDTH);
  }

  /**
   * @param width channels of both convolutions, a multiple of 8; 256 in the paper
   */
  CapsuleNet(int classes, int side, int width) {
    if (side != SMALL_SIDE && side < LEAST_SIDE) {
      throw new IllegalArgumentException(
          "capsule network: found images of %d pixels, expected 28 or at least %d; set preprocess.size"
              .formatted(side, LEAST_SIDE));
    }
    this.classes = classes;
    this.side = side;
    trunk =
        side == SMALL_SIDE
            ? null
            : addChildBlock("trunk", ResNet18.unpooled(width >> (STAGES - 1), STAGES));
    conv = addChildBlock("conv1", Layers.biasedConvolution(width, KERNEL, 1, 0));
    primary = addChildBlock("primary", Layers.biasedConvolution(width, KERNEL, 2, 0));
    capsules = addChildBlock("capsules", new CapsuleLayer(classes, CLASS_SIZE, ITERATIONS));
  }

  @Override
  public ClipView view(double scale) {
    return new OneImage(side, EnumSet.allOf(Input.class), scale);
  }

  @Override
  public NDArray loss(NDArray outputs, NDArray labels) {
    return MarginLoss.of(outputs, labels);
  }

  @Override
  public NDArray probabilities(NDArray outputs) {
    return outputs.div(outputs.sum(new int[] {1}, true));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList maps = trunk == null ? inputs : trunk.forward(store, inputs, training);
    maps = Activation.relu(conv.forward(store, maps, training));
    NDArray pixels = primary.forward(store, maps, training).singletonOrThrow();
    NDArray below =
        pixels.transpose(0, 2, 3, 1).reshape(pixels.getShape().get(0), -1, PRIMARY_SIZE);
    NDList votes = new NDList(CapsuleLayer.squash(below));
    NDArray found = capsules.forward(store, votes, training).singletonOrThrow();
    return new NDList(CapsuleLayer.length(found));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape[] shapes = inputShapes;
    if (trunk != null) {
      trunk.initialize(manager, type, shapes);
      shapes = trunk.getOutputShapes(shapes);
    }
    conv.initialize(manager, type, shapes);
    shapes = conv.getOutputShapes(shapes);
    primary.initialize(manager, type, shapes);
    Shape map = primary.getOutputShapes(shapes)[0];
    long count = map.size() / map.get(0) / PRIMARY_SIZE;
    capsules.initialize(manager, type, new Shape(map.get(0), count, PRIMARY_SIZE));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }
}
