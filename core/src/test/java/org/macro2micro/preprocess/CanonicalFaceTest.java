package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalFaceTest {
  /**
   * Eyes at 34% and 66% of the width and 36% of the height; pixels are counted by their centres.
   */
  @Test
  void theEyesLieWhereAlignmentPutsThem() {
    assertThat(CanonicalFace.at(-.5, 0, 100)).isEqualTo(new Landmarks.Point(33.5f, 35.5f));
    assertThat(CanonicalFace.at(.5, 0, 100)).isEqualTo(new Landmarks.Point(65.5f, 35.5f));
    assertThat(CanonicalFace.at(0, 1, 200)).isEqualTo(new Landmarks.Point(99.5f, 135.5f));
  }
}
