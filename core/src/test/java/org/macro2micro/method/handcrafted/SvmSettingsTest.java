package org.macro2micro.method.handcrafted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SvmSettingsTest {
  @Test
  void costsAreSorted() {
    assertThat(settings(List.of(10., .1, 1.), 5).c()).containsExactly(.1, 1., 10.);
  }

  @Test
  void whatIsOutOfRangeIsNamed() {
    for (List<Double> costs :
        List.of(
            List.<Double>of(),
            List.of(0.),
            List.of(-1.),
            List.of(Double.NaN),
            List.of(Double.POSITIVE_INFINITY),
            List.of(1., 1.),
            Collections.nCopies(17, 1.))) {
      assertThatThrownBy(() -> settings(costs, 5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("svm.c: found " + costs + ", expected 1 to 16 positive numbers, each once");
    }
    assertThatThrownBy(() -> settings(List.of(1.), 1))
        .hasMessage("svm.inner-folds: found 1, expected 2 to 20");
    assertThatThrownBy(() -> settings(List.of(1.), 21))
        .hasMessage("svm.inner-folds: found 21, expected 2 to 20");
  }

  private static SvmSettings settings(List<Double> costs, int folds) {
    return new SvmSettings(costs, folds, SvmSettings.ClassWeights.NONE);
  }
}
