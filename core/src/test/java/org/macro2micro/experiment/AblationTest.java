package org.macro2micro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AblationTest {
  @Test
  void thePapersSixRows() {
    assertThat(Ablation.PAPER_ROWS).hasSize(6).startsWith("c").endsWith("c+s+sam+t+con");
    assertThat(Ablation.terms("c+sam+t")).containsExactly("c", "sam", "t");
    Ablation.PAPER_ROWS.forEach(row -> assertThat(Ablation.terms(row)).contains("c"));
  }

  @Test
  void theControlHasAPhaseThreeWithoutNewTerms() {
    assertThat(Ablation.terms(Ablation.CONTINUED)).containsExactly("c");
    assertThat(Ablation.isTransferred(Ablation.CONTINUED)).isTrue();
    assertThat(Ablation.isTransferred("c")).isFalse();
    assertThat(Ablation.isTransferred("c+con")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "c+", "c+c", "c+x", "s+t", "c s"})
  void otherRowsAreRefused(String row) {
    assertThatThrownBy(() -> Ablation.terms(row)).hasMessageContaining("row \"" + row + "\"");
  }
}
