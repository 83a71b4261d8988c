package org.macro2micro.method.handcrafted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.method.handcrafted.SvmSettings.ClassWeights;

class KernelMachineTest {
  private static final float[] FIRST = {.1f, .9f, .2f, .2f, .3f, .8f};
  private static final float[] SECOND = {.7f, .1f, .6f, .1f, .5f, .4f};
  private static final List<RiseViews> LEARNT = List.of(RiseViews.of(FIRST, 2), views(SECOND));
  private static final FlowKernel KERNEL = new FlowKernel(.5, 2, 1);

  private final KernelMachine machine =
      new KernelMachine(
          KERNEL, 1, 2, LEARNT, new double[][] {{1, 2}, {0, -3}}, new double[] {.5, -1});

  @Test
  void decisionsAreSharesOfTheKernel() {
    RiseViews clip = views(new float[] {.3f, .3f, .9f, .1f, 0, .2f});
    double[] k = KERNEL.of(FlowKernel.Distances.between(List.of(clip), LEARNT))[0];
    assertThat(machine.decisions(clip))
        .containsExactly(new double[] {k[0] + 2 * k[1] + .5, -3 * k[1] - 1}, within(1e-12));
  }

  @Test
  void saysOfTrainingClipsWhatTheLinearMachineSaysInTheirSpan() {
    List<RiseViews> four =
        List.of(
            views(FIRST),
            views(SECOND),
            views(new float[] {.2f, .8f, .3f, .1f, .3f, .9f}),
            views(new float[] {.6f, .2f, .5f, .3f, .4f, .4f}));
    FlowKernel.Distances distances = FlowKernel.Distances.between(four, four);
    FlowKernel kernel = FlowKernel.of(.5, distances);
    Span span = Span.of(kernel.of(distances));
    LinearSvm linear =
        new LinearSvm.Lesson(span.rows(), new int[] {0, 1, 0, 1}, 2).learn(3, ClassWeights.NONE);
    KernelMachine learnt = KernelMachine.of(linear, span, kernel, 1, 2, four);
    for (int i = 0; i < 4; i++) {
      assertThat(learnt.decisions(four.get(i)))
          .containsExactly(linear.decisions(span.rows()[i]), within(1e-6));
    }
    assertThat(learnt.decisions(four.get(0))[0]).isGreaterThan(learnt.decisions(four.get(1))[0]);
  }

  @Test
  void storedAndReadItDecidesTheSame() {
    KernelMachine again = KernelMachine.read("toy", machine.write(), 2);
    RiseViews clip = views(new float[] {.3f, .3f, .9f, .1f, 0, .2f});
    assertThat(again.decisions(clip)).containsExactly(machine.decisions(clip), within(1e-6));
    assertThat(again.write()).isEqualTo(machine.write());
    assertThat(List.of(again.height(), again.width())).containsExactly(1, 2);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    byte[] bytes = machine.write();
    assertThatThrownBy(() -> KernelMachine.read("toy", bytes, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("toy: tensor shares: found shape [2, 2], expected shape [3, 2]");
    assertThatThrownBy(() -> KernelMachine.read("toy", Arrays.copyOf(bytes, bytes.length - 4), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("toy: ");
    byte[] other = new SvmWeights(new float[6], new float[2], new float[3]).write(new float[0]);
    assertThatThrownBy(() -> KernelMachine.read("toy", other, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected [biases, images, kernel, shares] of a kernel machine");
  }

  private static RiseViews views(float[] image) {
    return RiseViews.of(image, 2);
  }
}
