package org.macro2micro.model;

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
import org.macro2micro.model.TwoStreamSettings.Fusion;
import org.macro2micro.nn.GlobalAveragePool;
import org.macro2micro.nn.ResNet18;
import org.macro2micro.train.ApexAndFrames;
import org.macro2micro.train.ClipView;

/**
 * The baseline of section 2.2, the shape of both MiNet and MaNet: a spatial trunk for the apex
 * frame, a temporal trunk for all frames, weights of the two apart, and the expression classifier
 * C_e on their fused feature z. Inputs: apex frames [n,3,H,W] and frames [n,T,3,H,W].
 */
public final class TwoStreamNetwork extends AbstractBlock {
  private static final ClipView VIEW = new ApexAndFrames();

  private final ResNet18 spatial;
  private final ResNet18 temporal;
  private final Linear classifier;
  private final Fusion fusion;
  private final int classes;

  /**
   * @param settings width and fusion
   * @param classes number of labels, at least 2
   */
  public TwoStreamNetwork(TwoStreamSettings settings, int classes) {
    this.fusion = settings.fusion();
    this.classes = classes;
    spatial = addChildBlock("spatial", new ResNet18(settings.width()));
    temporal = addChildBlock("temporal", new ResNet18(settings.width()));
    classifier = addChildBlock("classifier", Linear.builder().setUnits(classes).build());
  }

  /** Channels c of the trunks' maps. */
  public int mapChannels() {
    return spatial.outputChannels();
  }

  /** How it takes clips. */
  public ClipView view() {
    return VIEW;
  }

  /**
   * The trunks' maps.
   *
   * @param clips apex frames [n,3,H,W] and frames [n,T,3,H,W]
   * @param training whether batch statistics are used and moved
   */
  public StreamFeatures features(NDList clips, boolean training) {
    NDArray apex = clips.get(0);
    NDArray frames = clips.get(1);
    ParameterStore store = new ParameterStore(apex.getManager(), false);
    NDArray apexMap = spatial.forward(store, new NDList(apex), training).singletonOrThrow();
    Shape s = frames.getShape();
    NDArray flat = frames.reshape(s.get(0) * s.get(1), s.get(2), s.get(3), s.get(4));
    NDArray map = temporal.forward(store, new NDList(flat), training).singletonOrThrow();
    Shape m = map.getShape();
    return new StreamFeatures(
        apexMap, map.reshape(s.get(0), s.get(1), m.get(1), m.get(2), m.get(3)));
  }

  /** The video feature of phase 1, v = v(1): the mean over all frames, pooled. [n,c] */
  public NDArray meanVideoFeature(StreamFeatures features) {
    return GlobalAveragePool.of(features.frameMaps().mean(new int[] {1}));
  }

  /**
   * The fused feature z.
   *
   * @param features the trunks' maps
   * @param video v [n,c]
   * @return [n,2c] for concatenation, [n,c] for the sum
   */
  public NDArray fuse(StreamFeatures features, NDArray video) {
    NDArray apex = GlobalAveragePool.of(features.apexMap());
    return fusion == Fusion.CONCAT ? apex.concat(video, 1) : apex.add(video);
  }

  /** C_e(z): class scores [n,classes] before the softmax. */
  public NDArray classify(NDArray z, boolean training) {
    ParameterStore store = new ParameterStore(z.getManager(), false);
    return classifier.forward(store, new NDList(z), training).singletonOrThrow();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    StreamFeatures features = features(inputs, training);
    return new NDList(classify(fuse(features, meanVideoFeature(features)), training));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape image = inputShapes[0];
    spatial.initialize(manager, type, image);
    temporal.initialize(manager, type, image);
    int z = fusion == Fusion.CONCAT ? 2 * mapChannels() : mapChannels();
    classifier.initialize(manager, type, new Shape(image.get(0), z));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }
}
