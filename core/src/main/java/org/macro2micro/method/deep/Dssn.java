package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.LocalResponse;
import org.macro2micro.nn.SeededDropout;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.PhaseSettings;

/**
 * DSSN: H.-Q. Khor, J. See, S.-T. Liong, R. C. W. Phan, W. Lin, "Dual-stream Shallow Networks for
 * Facial Micro-expression Recognition", ICIP 2019. Takes the rise of a clip as two images of flow.
 *
 * <pre>
 * layer                                                  output
 * (u, v, magnitude), (u, v, strain), stretched           2 streams of 3 x 227 x 227
 * convolution 11x11, stride 4, ReLU                      2 streams of 96 x 55 x 55
 * maximum of 3x3, stride 2; local response               2 streams of 96 x 27 x 27
 * convolution 5x5, padding 2, two groups, ReLU           2 streams of 256 x 27 x 27
 * maximum of 3x3, stride 2; local response; padding 1    2 streams of 256 x 15 x 15
 * product                                                256 x 15 x 15
 * dropout .5, linear                                     classes
 * </pre>
 *
 * <p>Layers are those of the authors' code (the first two of AlexNet), 857,603 parameters with
 * three classes. It trains by Adam at 1e-4 for 100 epochs, batches of 60 person after person, and
 * prints the epoch that is best on the tested people, which is not done here. Departures: their
 * committed run has grey in the second image, which prepared flow does not hold and nothing says
 * what it is; the magnitude is that about the median, see {@link FlowPair#magnitude}; batches are
 * random unless {@code shuffle} is off; weights are drawn (He) and biases start at 0, where theirs
 * start from AlexNet's of ImageNet, which are in no package that was found, so that no setting
 * takes a file of them; flow is computed at {@code preprocess.flow-size} and then scaled; the rate
 * stays as it is, where theirs decays by 1e-7 a step, less than a ten-thousandth in a fold of CASME
 * II. Their "F1" is a mix of micro and macro averages.
 */
public final class Dssn extends AbstractBlock implements DeepNetwork {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "dssn",
          "DSSN",
          "two shallow streams, cut off AlexNet, on two images of flow, merged by product",
          "Khor, See, Liong, Phan and Lin, ICIP 2019",
          Needs.flow(),
          "strain in place of a grey plane that nothing explains; magnitude about the median; random weights where the authors' are ImageNet's",
          "in its authors' code F1 is a mix of micro and macro averages, at the epoch that is best on the tested people; those measured are macro averages.",
          block -> {
            Settings own = block.as(Settings.class);
            return new DeepMethod(
                block.name(),
                classes -> new Dssn(classes, own),
                new DeepSettings(own.training(), 1, own.shuffle()),
                block.augmentation());
          });

  /**
   * The block {@code methods.dssn}.
   *
   * @param training epochs, batch, learning rate
   * @param shuffle whether each epoch has random batches
   * @param first third plane of the first image
   * @param second third plane of the second image
   * @param merge how the streams become one
   * @param side height and width in pixels of the images that the network sees, at least 35
   */
  record Settings(
      PhaseSettings training,
      boolean shuffle,
      FlowPair.Plane first,
      FlowPair.Plane second,
      Merge merge,
      int side) {
    Settings {
      if (side < LEAST_SIDE) {
        throw new IllegalArgumentException(
            "side: found %d, expected at least %d, so that a window is left in the last map"
                .formatted(side, LEAST_SIDE));
      }
    }
  }

  /** How the maps of the two streams become one. */
  enum Merge {
    /** The maps are multiplied. */
    MULTIPLY,
    /** The maps are added. */
    ADD,
    /** The maps stand one after the other. */
    CONCATENATE
  }

  private static final int LEAST_SIDE = 35;
  private static final int FIRST = 96;
  private static final int SECOND = 256;
  // The means of ImageNet's three planes, which the authors' code takes off flow too.
  private static final List<Double> MEANS = List.of(123.68 / 255, 116.779 / 255, 103.939 / 255);

  private final Settings settings;
  private final int classes;
  private final List<Stream> streams;
  private final SeededDropout dropout;
  private final Linear last;

  /**
   * @param classes number of labels, at least 2
   */
  Dssn(int classes, Settings settings) {
    this.classes = classes;
    this.settings = settings;
    streams = List.of(addChildBlock("first", new Stream()), addChildBlock("second", new Stream()));
    dropout = addChildBlock("dropout", new SeededDropout("dropout", .5));
    last = addChildBlock("fc", Layers.linear(classes));
  }

  @Override
  public ClipView view(double scale) {
    return new FlowPair(
        List.of(settings.first(), settings.second()), settings.side(), scale, MEANS);
  }

  @Override
  public SeededWeights start() {
    return SeededWeights.HE;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray one = stream(0, store, inputs, training);
    NDArray two = stream(1, store, inputs, training);
    NDArray merged =
        switch (settings.merge()) {
          case MULTIPLY -> one.mul(two);
          case ADD -> one.add(two);
          case CONCATENATE -> one.concat(two, 1);
        };
    return last.forward(
        store, dropout.forward(store, new NDList(merged), training, params), training);
  }

  private NDArray stream(int index, ParameterStore store, NDList inputs, boolean training) {
    return streams
        .get(index)
        .forward(store, new NDList(inputs.get(index)), training)
        .singletonOrThrow()
        .flatten(1, -1);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape image = inputShapes[0];
    streams.forEach(stream -> stream.initialize(manager, type, image));
    Shape map = streams.get(0).getOutputShapes(new Shape[] {image})[0];
    long numbers = map.size() / map.get(0);
    last.initialize(
        manager,
        type,
        new Shape(image.get(0), settings.merge() == Merge.CONCATENATE ? 2 * numbers : numbers));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }

  /** [n,3,side,side] -&gt; [n,256,h,w], such as 15x15 from 227x227. */
  private static final class Stream extends AbstractBlock {
    private final Conv2d first = addChildBlock("conv1", Layers.biasedConvolution(FIRST, 11, 4, 0));
    private final Conv2d second =
        addChildBlock("conv2", Layers.groupedConvolution(SECOND, 5, 2, 2));

    @Override
    protected NDList forwardInternal(
        ParameterStore store,
        NDList inputs,
        boolean training,
        @Nullable PairList<String, Object> params) {
      NDArray map = pooled(first.forward(store, inputs, training));
      map = pooled(second.forward(store, new NDList(map), training));
      return new NDList(padded(map));
    }

    private static NDArray pooled(NDList maps) {
      NDArray relu = Activation.relu(maps).singletonOrThrow();
      return LocalResponse.normalise(Layers.maxPool(relu, 3, 2, 0));
    }

    private static NDArray padded(NDArray map) {
      Shape s = map.getShape();
      NDArray side = map.getManager().zeros(new Shape(s.get(0), s.get(1), s.get(2), 1));
      NDArray wide = side.concat(map, 3).concat(side, 3);
      NDArray row = map.getManager().zeros(new Shape(s.get(0), s.get(1), 1, s.get(3) + 2));
      return row.concat(wide, 2).concat(row, 2);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      first.initialize(manager, type, inputShapes);
      second.initialize(manager, type, pooled(first.getOutputShapes(inputShapes)[0]));
    }

    private static Shape pooled(Shape s) {
      return new Shape(s.get(0), s.get(1), (s.get(2) - 3) / 2 + 1, (s.get(3) - 3) / 2 + 1);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      Shape between = pooled(first.getOutputShapes(inputShapes)[0]);
      Shape map = pooled(second.getOutputShapes(new Shape[] {between})[0]);
      return new Shape[] {new Shape(map.get(0), map.get(1), map.get(2) + 2, map.get(3) + 2)};
    }
  }
}
