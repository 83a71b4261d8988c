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
    PreprocessSettings ours = TableSize.SMALL.experiment("", said).settings().preprocess();
    PreprocessSettings other = TableSize.SMALL.experiment("lbp-top", said).settings().preprocess();
    assertThat(ours.size()).isEqualTo(24);
    assertThat(other.size()).isEqualTo(128);
    assertThat(other.align()).isEqualTo(ours.align());
  }

  @Test
  void oneMethodAloneIsSpokenTo() throws SettingsException {
    List<String> said = List.of("methods.lbp-top.preprocess.size=64", "handcrafted.lbp-top.rows=5");
    assertThat(TableSize.SMALL.experiment("lbp-top", said).settings().preprocess().size())
        .isEqualTo(64);
    assertThat(TableSize.SMALL.experiment("lbp-sip", said).settings().preprocess().size())
        .isEqualTo(128);
    assertThat(TableSize.SMALL.experiment("", said).settings().preprocess().size()).isEqualTo(40);
  }

  @Test
  void aMethodThatIsNoneIsRefused() {
    for (String said : List.of("methods.lbp=1", "methods.hog.preprocess.size=64", "methods.")) {
      assertThatThrownBy(() -> TableSize.SMALL.experiment("", List.of(said)))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("\"" + said + "\": expected methods.METHOD.KEY=VALUE");
    }
  }
}
