package org.macro2micro.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodsTest {
  @ParameterizedTest
  @EnumSource(Methods.class)
  void eachSaysWhatItIs(Methods method) {
    assertThat(method.label()).matches("[a-z]+(-[a-z]+)*");
    assertThat(method.title()).isNotBlank().doesNotContain("\n");
    boolean ours = method == Methods.TWO_STREAM || method == Methods.MACRO_TO_MICRO;
    assertThat(Methods.named(method.rows()))
        .isEqualTo(ours ? Optional.empty() : Optional.of(method));
    assertThat(method.rows().startsWith("c ") || method.rows().equals("c")).isEqualTo(ours);
    assertThat(method.needs()).contains("clips").isNotEqualTo("the same");
    assertThat(method.citation()).containsPattern("(19|20)[0-9]{2}");
  }

  @Test
  void eachOnce() {
    assertThat(Arrays.stream(Methods.values()).map(Methods::label))
        .containsExactly(
            "two-stream",
            "macro-to-micro",
            "lbp-top",
            "lbp-sip",
            "stlbp-ip",
            "stclqp",
            "higo-top",
            "fhofo",
            "bi-woof",
            "off-apexnet",
            "ststnet",
            "dual-inception",
            "capsulenet",
            "flow-kernel");
    assertThat(Arrays.stream(Methods.values()).filter(Methods::isOfThePaper)).hasSize(13);
    assertThat(Arrays.stream(Methods.values()).map(Methods::title)).doesNotHaveDuplicates();
  }
}
