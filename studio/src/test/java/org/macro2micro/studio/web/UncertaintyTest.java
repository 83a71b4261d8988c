package org.macro2micro.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
  @Test
  void wordsFollowTheScores() {
    assertThat(Uncertainty.text(Map.of("joy", .9, "fear", .1)))
        .startsWith("The model clearly favours joy (90%)");
    assertThat(Uncertainty.text(Map.of("joy", .6, "fear", .3, "rage", .1)))
        .isEqualTo("The model favours joy (60%), with doubt");
    assertThat(Uncertainty.text(Map.of("joy", .45, "fear", .4, "rage", .15)))
        .isEqualTo("The model can't tell joy (45%) from fear (40%)");
  }
}
