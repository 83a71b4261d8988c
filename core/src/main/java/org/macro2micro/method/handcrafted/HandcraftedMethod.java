package org.macro2micro.method.handcrafted;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.Method;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.nn.ComputeDevice;

/**
 * A handcrafted descriptor and a linear support vector machine, as most work on micro-expressions
 * before networks has it. Macro clips, seeds and epochs play no part: the same training clips give
 * the same bits, in any order.
 *
 * <p>C is chosen in inner folds over the training subjects (see {@link CostChoice}); centring,
 * scale and class weights are those of the training clips of each fold, inner or outer. A class
 * that an inner fold's training part lacks is not named there and so counts as missed; one that all
 * training clips lack is never named; a single class that all clips have always is.
 *
 * <p>The vectors of the training clips are kept from fold to fold as long as the source of the
 * clips stays the same (see {@link ClipVectors} for the bound), so give one object to all folds.
 */
public final class HandcraftedMethod implements Method {
  private final String name;
  private final LearntDescriptor descriptor;
  private final SvmSettings svm;
  private float[] learnt = {};
  private @Nullable ClipVectors vectors;

  /**
   * @param name for errors, such as "lbp-top"
   * @param descriptor takes clips to vectors
   * @param svm choices of the machines
   */
  public HandcraftedMethod(String name, Descriptor descriptor, SvmSettings svm) {
    this(name, LearntDescriptor.fixed(descriptor), svm);
  }

  /**
   * @param descriptor learns from the training clips of each fold, without their labels; all its
   *     vectors are then computed anew for each fold
   */
  public HandcraftedMethod(String name, LearntDescriptor descriptor, SvmSettings svm) {
    this.name = name;
    this.descriptor = descriptor;
    this.svm = svm;
  }

  /**
   * Makes the method of a fixed descriptor from its block.
   *
   * @param settings of the descriptor
   * @param descriptor makes it
   */
  public static <T extends Record & DescriptorBlock> MethodPage.Maker maker(
      Class<T> settings, Function<T, ? extends Descriptor> descriptor) {
    return learning(settings, own -> LearntDescriptor.fixed(descriptor.apply(own)));
  }

  /** Makes the method of a descriptor that learns from the clips of each fold. */
  public static <T extends Record & DescriptorBlock> MethodPage.Maker learning(
      Class<T> settings, Function<T, ? extends LearntDescriptor> descriptor) {
    return block -> {
      T own = block.as(settings);
      return new HandcraftedMethod(block.name(), descriptor.apply(own), own.svm());
    };
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is no training clip, or one can't be described; the
   *     message names the clip
   */
  @Override
  public TrainedModel train(TrainingData data, FitContext context) {
    LabelledExamples micro = data.micro();
    TrainingClips clips = TrainingClips.of(name, micro);
    float[] seen = descriptor.learn(clips.ids().stream().map(micro.pixels()::of).iterator());
    ClipVectors.Measured measured = vectors(seen).of(clips.ids(), micro.pixels(), micro.digest());
    Span span = Span.of(measured.gram());
    int classes = micro.labels().size();
    double c = new CostChoice(svm, classes).of(span.rows(), clips.labels(), clips.subjects());
    LinearSvm machine =
        new LinearSvm.Lesson(span.rows(), clips.labels(), classes).learn(c, svm.classWeights());
    SvmWeights weights = SvmWeights.of(machine, span, measured.vectors());
    return new TrainedModel(weights.write(seen), micro.labels());
  }

  @Override
  public Recognizer open(TrainedModel model, ComputeDevice device) {
    SvmWeights weights = SvmWeights.read(name, model.weights(), model.labels().size());
    ClipVectors own = vectors(SvmWeights.learnt(name, model.weights()));
    return new SvmRecognizer(own, weights, model.labels());
  }

  /** The store of what a descriptor sees that has learnt this; only the last one's is kept. */
  private synchronized ClipVectors vectors(float[] seen) {
    ClipVectors kept = vectors;
    if (kept == null || !Arrays.equals(seen, learnt)) {
      kept = new ClipVectors(descriptor.with(seen), ClipVectors.MOST_BYTES);
      vectors = kept;
      learnt = seen;
    }
    return kept;
  }
}
