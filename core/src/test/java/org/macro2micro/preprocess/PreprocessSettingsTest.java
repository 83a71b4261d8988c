package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.preprocess.PreprocessSettings.MissingApex;
import org.macro2micro.preprocess.PreprocessSettings.MissingFall;

class PreprocessSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "7,16,FRAME,1,128,1,size",
    "1025,16,FRAME,1,128,1,size",
    "112,0,FRAME,1,128,1,frames",
    "112,257,FRAME,1,128,1,frames",
    "112,16,FLOW,1,128,1,frames",
    "112,16,FRAME,0,128,1,gain",
    "112,16,FRAME,-2,128,1,gain",
    "112,16,FRAME,NaN,128,1,gain",
    "112,16,FRAME,Infinity,128,1,gain",
    "112,16,FRAME,1,15,1,flow-size",
    "112,16,FRAME,1,128,.99,magnification",
    "112,16,FRAME,1,128,101,magnification",
    "112,16,FRAME,1,128,NaN,magnification",
  })
  void refusesWhatCannotBe(
      int size,
      int frames,
      Input input,
      double gain,
      int flowSize,
      double magnification,
      String name) {
    assertThatThrownBy(() -> settings(size, frames, input, gain, flowSize, magnification))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("preprocess." + name + ": found")
        .hasMessageContaining("expected");
  }

  @Test
  void acceptsTheDefaultsAndTheEnds() {
    assertThat(settings(112, 16, Input.FRAME, 1, 128, 1).frames()).isEqualTo(16);
    assertThat(settings(8, 2, Input.FLOW, 1, 16, 1).input()).isEqualTo(Input.FLOW);
    assertThat(settings(1024, 256, Input.ONSET_DIFFERENCE, 9, 1024, 100).size()).isEqualTo(1024);
  }

  @Test
  void anotherFactorLeavesAllElse() {
    PreprocessSettings band =
        Pictures.with(settings(112, 16, Input.FRAME, 1, 128, 10), new Eulerian(10, 16, .4, .05));
    assertThat(band.withMagnification(1))
        .isEqualTo(
            Pictures.with(
                settings(112, 16, Input.FRAME, 1, 128, 1), new Eulerian(10, 16, .4, .05)));
  }

  @Test
  void inputsAreNamedAsInSettings() {
    assertThat(Input.ONSET_DIFFERENCE.word()).isEqualTo("onset-difference");
    assertThat(Input.FLOW.word()).isEqualTo("flow");
  }

  private static PreprocessSettings settings(
      int size, int frames, Input input, double gain, int flowSize, double magnification) {
    return new PreprocessSettings(
        size,
        frames,
        input,
        Interpolation.LINEAR,
        gain,
        false,
        MissingApex.MIDDLE,
        MissingFall.RETURN_TO_ONSET,
        flowSize,
        Align.NONE,
        null,
        magnification,
        null);
  }
}
