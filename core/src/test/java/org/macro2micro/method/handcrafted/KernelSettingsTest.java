package org.macro2micro.method.handcrafted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.method.handcrafted.SvmSettings.ClassWeights;

class KernelSettingsTest {
  @Test
  void gammasAreSorted() {
    assertThat(settings(List.of(1., .25, .5)).gamma()).containsExactly(.25, .5, 1.);
  }

  @Test
  void whatIsOutOfRangeIsNamed() {
    for (List<Double> gamma :
        List.of(
            List.<Double>of(),
            List.of(0.),
            List.of(-1.),
            List.of(Double.NaN),
            List.of(Double.POSITIVE_INFINITY),
            List.of(1., 1.),
            Collections.nCopies(9, 1.))) {
      assertThatThrownBy(() -> settings(gamma))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "flow-kernel.gamma: found "
                  + gamma
                  + ", expected 1 to 8 positive numbers, each once");
    }
  }

  @Test
  void kernelsAreOfTwoClipsAtLeast() {
    assertThatThrownBy(() -> settings(1, List.of(1.)))
        .hasMessage("flow-kernel.max-clips: found 1, expected at least 2");
  }

  private static KernelSettings settings(List<Double> gamma) {
    return settings(100, gamma);
  }

  private static KernelSettings settings(int maxClips, List<Double> gamma) {
    return new KernelSettings(gamma, maxClips, new SvmSettings(List.of(1.), 5, ClassWeights.NONE));
  }
}
