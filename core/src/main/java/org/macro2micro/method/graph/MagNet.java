package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That part of MagNet (T.-H. Oh, R. Jaroensri, C. Kim, M. Elgharib, F. Durand, W. T. Freeman, W.
 * Matusik, "Learning-based Video Motion Magnification", ECCV 2018) which gives the magnified
 * "shape": onset [1,3,h,w] and apex [1,3,h,w] in [-1, 1], factors [f,1,1,1] -&gt; [f,32,h/2,w/2]; h
 * and w even.
 *
 * <pre>
 * layer                                                      output        weights
 * encoder, of onset and of apex
 *   cba_1            7x7, ReLU                               16 x h x w      2,352
 *   cba_2            3x3, stride 2, ReLU                     32 x h/2 x w/2  4,608
 *   resblks          3 residual blocks of two 3x3            the same       55,296
 *   motion_resblks   2 of them: the shape                    the same       36,864
 * manipulator, of the shapes' difference
 *   g                7x7, ReLU; times the factor             the same       50,176
 *   h_conv           3x3                                     the same        9,216
 *   h_resblk         a residual block; plus the apex's shape the same       18,432
 * </pre>
 *
 * <p>Layers and names are those of a public port (GuanghaoZhu663/SKD-TSTSAN, whose file of weights
 * has 918,928 numbers; of these 176,944 are here). The others are for texture, and to paint the
 * magnified frame, which is not needed. No layer has a bias, so the shape moves by the factor times
 * the same amount, and where nothing changed it stays the apex's own.
 */
final class MagNet extends AbstractBlock {
  private static final int WIDTH = 32;

  private final List<Block> encoder = new ArrayList<>();
  private final Block g;
  private final Block hConvolution;
  private final Block hBlock;

  MagNet() {
    encoder.add(addChildBlock("encoder.cba_1", new ReflectedConvolution(WIDTH / 2, 7, 1, true)));
    encoder.add(addChildBlock("encoder.cba_2", new ReflectedConvolution(WIDTH, 3, 2, true)));
    for (int i = 0; i < 3; i++) {
      encoder.add(addChildBlock("encoder.resblks." + i, new Residual()));
    }
    for (int i = 0; i < 2; i++) {
      encoder.add(addChildBlock("encoder.motion_resblks." + i, new Residual()));
    }
    g = addChildBlock("manipulator.g", new ReflectedConvolution(WIDTH, 7, 1, true));
    hConvolution =
        addChildBlock("manipulator.h_conv", new ReflectedConvolution(WIDTH, 3, 1, false));
    hBlock = addChildBlock("manipulator.h_resblk", new Residual());
  }

  /** Two convolutions of 3x3 with a ReLU between them, plus what came in. */
  private static final class Residual extends AbstractBlock {
    private final Block first;
    private final Block second;

    Residual() {
      first = addChildBlock("cba_1", new ReflectedConvolution(WIDTH, 3, 1, true));
      second = addChildBlock("cba_2", new ReflectedConvolution(WIDTH, 3, 1, false));
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store,
        NDList inputs,
        boolean training,
        @Nullable PairList<String, Object> params) {
      NDList maps = second.forward(store, first.forward(store, inputs, training), training);
      return new NDList(maps.singletonOrThrow().add(inputs.singletonOrThrow()));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      first.initialize(manager, type, inputShapes);
      second.initialize(manager, type, inputShapes);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return inputShapes;
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray onset = shape(store, inputs.get(0));
    NDArray apex = shape(store, inputs.get(1));
    NDList change = g.forward(store, new NDList(apex.sub(onset)), false);
    NDList moved = new NDList(change.singletonOrThrow().mul(inputs.get(2)));
    moved = hBlock.forward(store, hConvolution.forward(store, moved, false), false);
    return new NDList(moved.singletonOrThrow().add(apex));
  }

  /** The shape of frames as it is: [n,3,h,w] -&gt; [n,32,h/2,w/2]. */
  NDArray shape(ParameterStore store, NDArray frames) {
    NDList maps = new NDList(frames);
    for (Block block : encoder) {
      maps = block.forward(store, maps, false);
    }
    return maps.singletonOrThrow();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape[] shapes = {inputShapes[0]};
    for (Block block : encoder) {
      block.initialize(manager, type, shapes);
      shapes = block.getOutputShapes(shapes);
    }
    for (Block block : List.of(g, hConvolution, hBlock)) {
      block.initialize(manager, type, shapes);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape s = inputShapes[0];
    return new Shape[] {new Shape(inputShapes[2].get(0), WIDTH, s.get(2) / 2, s.get(3) / 2)};
  }
}
