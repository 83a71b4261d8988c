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
    "7,16,FRAME,1,128,size",
    "1025,16,FRAME,1,128,size",
    "112,0,FRAME,1,128,frames",
    "112,257,FRAME,1,128,frames",
    "112,16,FLOW,1,128,frames",
    "112,16,FRAME,0,128,gain",
    "112,16,FRAME,-2,128,gain",
    "112,16,FRAME,NaN,128,gain",
    "112,16,FRAME,Infinity,128,gain",
    "112,16,FRAME,1,15,flow-size",
  })
  void refusesWhatCannotBe(
      int size, int frames, Input input, double gain, int flowSize, String name) {
    assertThatThrownBy(() -> settings(size, frames, input, gain, flowSize))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("preprocess." + name + ": found")
        .hasMessageContaining("expected");
  }

  @Test
  void acceptsTheDefaultsAndTheEnds() {
    assertThat(settings(112, 16, Input.FRAME, 1, 128).frames()).isEqualTo(16);
    assertThat(settings(8, 2, Input.FLOW, 1, 16).input()).isEqualTo(Input.FLOW);
    assertThat(settings(1024, 256, Input.ONSET_DIFFERENCE, 9, 1024).size()).isEqualTo(1024);
  }

  @ParameterizedTest
  @CsvSource({"3,3,3", "3,4,3", "3,5,4", "0,9,4", "2147483646,2147483647,2147483646"})
  void missingApexIsInTheMiddle(int onset, int offset, int apex) {
    assertThat(MissingApex.MIDDLE.between(onset, offset)).isEqualTo(apex);
  }

  @Test
  void inputsAreNamedAsInSettings() {
    assertThat(Input.ONSET_DIFFERENCE.word()).isEqualTo("onset-difference");
    assertThat(Input.FLOW.word()).isEqualTo("flow");
  }

  private static PreprocessSettings settings(
      int size, int frames, Input input, double gain, int flowSize) {
    return new PreprocessSettings(
        size,
        frames,
        input,
        Interpolation.LINEAR,
        gain,
        false,
        MissingApex.MIDDLE,
        MissingFall.RETURN_TO_ONSET,
        flowSize);
  }
}
