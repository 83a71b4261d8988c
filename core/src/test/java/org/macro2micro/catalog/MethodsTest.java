package org.macro2micro.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodsTest {
  @ParameterizedTest
  @EnumSource(Methods.class)
  void eachSaysWhatItIs(Methods method) {
    assertThat(method.label()).matches("[a-z]+(-[a-z]+)*");
    assertThat(method.title()).isNotBlank().doesNotContain("\n");
    assertThat(method.rows()).startsWith("c");
    assertThat(method.needs()).contains("clips");
    assertThat(method.citation()).contains("IJCAI 2021");
  }

  @Test
  void eachOnce() {
    assertThat(Arrays.stream(Methods.values()).map(Methods::label))
        .containsExactly("two-stream", "macro-to-micro");
    assertThat(Arrays.stream(Methods.values()).map(Methods::title)).doesNotHaveDuplicates();
  }
}
