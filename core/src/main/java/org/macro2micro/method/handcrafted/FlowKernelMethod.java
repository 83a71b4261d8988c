package org.macro2micro.method.handcrafted;

import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.Method;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.train.ClipPixels;

/**
 * Support vector machines, one class against the rest, with {@link FlowKernel} over the rise of
 * clips. It comes from no paper: it was the best of the designs that
 * docs/results/mer-flow-history.md lists. Gamma and C are chosen in inner folds over the training
 * subjects; macro clips, seeds and epochs play no part, and the same training clips give the same
 * bits, in any order.
 *
 * <p>Learnt as linear machines in the span that the kernel's values on the training clips define,
 * which is the same.
 */
public final class FlowKernelMethod implements Method {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "flow-kernel",
          "flow kernel",
          "support vector machines with a Gaussian kernel on flow as it comes, and centred and blind to left and right",
          "this project's own, 2026: docs/results/mer-flow.md",
          Needs.flow(),
          "none: it is this project's own",
          block -> new FlowKernelMethod(block.as(KernelSettings.class)));

  private final KernelSettings settings;

  public FlowKernelMethod(KernelSettings settings) {
    this.settings = settings;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is no training clip, or more than {@link
   *     KernelSettings#maxClips}, or one is not flow or of another size; the message names the clip
   */
  @Override
  public TrainedModel train(TrainingData data, FitContext context) {
    LabelledExamples micro = data.micro();
    TrainingClips clips = TrainingClips.of(PAGE.name(), micro);
    if (clips.ids().size() > settings.maxClips()) {
      throw new IllegalArgumentException(
          "%s: found %d training clips, expected at most %d; their kernel needs memory for every pair: raise methods.flow-kernel.max-clips and MACRO2MICRO_HEAP together"
              .formatted(PAGE.name(), clips.ids().size(), settings.maxClips()));
    }
    List<PreparedClip> prepared = clips.ids().stream().map(micro.pixels()::of).toList();
    int height = prepared.get(0).height();
    int width = prepared.get(0).width();
    prepared.forEach(clip -> requireSize(clip, height, width));
    List<RiseViews> views = InOrder.map(prepared, RiseViews::of);
    FlowKernel.Distances distances = FlowKernel.Distances.between(views, views);

    CostChoice choice = new CostChoice(settings.svm(), micro.labels().size());
    Span best = Span.of(new double[][] {{0}});
    FlowKernel kernel = FlowKernel.of(settings.gamma().get(0), distances);
    double cost = settings.svm().c().get(0);
    double bestScore = Double.NEGATIVE_INFINITY;
    for (double gamma : settings.gamma()) {
      FlowKernel candidate = FlowKernel.of(gamma, distances);
      Span span = Span.of(candidate.of(distances));
      double[] scores = choice.scores(span.rows(), clips.labels(), clips.subjects());
      int at = LinearSvm.greatest(scores);
      if (scores[at] > bestScore) {
        bestScore = scores[at];
        best = span;
        kernel = candidate;
        cost = settings.svm().c().get(at);
      }
    }
    LinearSvm machine =
        new LinearSvm.Lesson(best.rows(), clips.labels(), micro.labels().size())
            .learn(cost, settings.svm().classWeights());
    KernelMachine learnt = KernelMachine.of(machine, best, kernel, height, width, views);
    return new TrainedModel(learnt.write(), micro.labels());
  }

  @Override
  public Recognizer open(TrainedModel model, ComputeDevice device) {
    KernelMachine machine = KernelMachine.read(PAGE.name(), model.weights(), model.labels().size());
    return new Recognizer() {
      @Override
      public List<Prediction> predict(List<ClipId> clips, ClipPixels pixels) {
        return clips.stream()
            .map(
                id -> {
                  PreparedClip clip = pixels.of(id);
                  requireSize(clip, machine.height(), machine.width());
                  double[] decisions = machine.decisions(RiseViews.of(clip));
                  return SvmRecognizer.prediction(id, model.labels(), decisions);
                })
            .toList();
      }

      @Override
      public void close() {}
    };
  }

  private static void requireSize(PreparedClip clip, int height, int width) {
    if (clip.height() != height || clip.width() != width) {
      throw new IllegalArgumentException(
          "method %s: clip %s has %dx%d pixels, expected %dx%d as the first training clip; prepare all clips to one size"
              .formatted(PAGE.name(), clip.id(), clip.width(), clip.height(), width, height));
    }
  }
}
