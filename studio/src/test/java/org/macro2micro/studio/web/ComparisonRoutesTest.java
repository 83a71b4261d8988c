package org.macro2micro.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonRoutesTest {
  @Test
  void aNameInAHeaderEndsNeitherTheNameNorTheHeader() {
    assertThat(ComparisonRoutes.plain("video001.eaf")).isEqualTo("video001.eaf");
    assertThat(ComparisonRoutes.plain("a\"; filename=b\r\nX: y")).isEqualTo("a___filename_b__X__y");
    assertThat(ComparisonRoutes.plain("../../etc/passwd")).isEqualTo("__.._etc_passwd");
    assertThat(ComparisonRoutes.plain("\u00e4\u202e.avi")).isEqualTo("__.avi");
    assertThat(ComparisonRoutes.plain("")).isEqualTo("film");
  }
}
