package org.macro2micro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.preprocess.PreprocessSettings;

class TableSizeTest {
  @Test
  void whatIsSaidForAllLeavesAMethodsOwnPreparation() throws SettingsException {
    List<String> said = List.of("preprocess.size=24", "preprocess.align=eyes");
    PreprocessSettings ours = preparation("macro-to-micro", said);
    PreprocessSettings other = preparation("lbp-top", said);
    assertThat(ours.size()).isEqualTo(24);
    assertThat(other.size()).isEqualTo(128);
    assertThat(other.align()).isEqualTo(ours.align());
  }

  @Test
  void oneMethodAloneIsSpokenTo() throws SettingsException {
    List<String> said =
        List.of("methods.lbp-top.preprocess.size=64", "methods.lbp-top.preprocess.gain=2");
    assertThat(preparation("lbp-top", said).size()).isEqualTo(64);
    assertThat(preparation("lbp-top", said).gain()).isEqualTo(2);
    assertThat(preparation("lbp-sip", said).size()).isEqualTo(128);
    assertThat(preparation("macro-to-micro", said).size()).isEqualTo(40);
    assertThat(preparation("macro-to-micro", said).gain()).isEqualTo(1);
  }

  @Test
  void unknownMethodsAndSettingsAreRefused() {
    for (String said :
        List.of(
            "methods.lbp=1",
            "methods.hog.preprocess.size=64",
            "methods.lbp-top.preprocess.sise=64",
            "methods.lbp-top.bins=8",
            "methods.lbp-top.svm.d=8")) {
      assertThatThrownBy(() -> TableSize.SMALL.experiment(List.of(said)))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("unknown key \"methods.");
    }
  }

  private static PreprocessSettings preparation(String method, List<String> said)
      throws SettingsException {
    return TableSize.SMALL.experiment(said).settings().block(method).preprocess();
  }
}
