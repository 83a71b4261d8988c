package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacePlacementTest {
  private static final org.assertj.core.data.Offset<Double> EXACT = within(1e-9);

  @Test
  void theBoxIsTheMedianAndATenthMoreOnEachSide() {
    FacePlacement placement =
        FacePlacement.box(List.of(face(50, 60, 100), face(52, 58, 90), face(500, 600, 10)));
    // The median is (52, 60) and 90; 1.2 times 90 are 108 pixels.
    assertThat(placement.side()).isEqualTo(108);
    assertThat(placement.toPicture().scale()).isCloseTo(1, EXACT);
    assertThat(placement.toPicture().xOf(53.5, 53.5)).isCloseTo(52, EXACT);
    assertThat(placement.toPicture().yOf(53.5, 53.5)).isCloseTo(60, EXACT);
  }

  @Test
  void theMedianOfTheEyesGoesToItsPlaces() {
    // One frame of three is far off, one has no eyes; the rest are level and 64 apart.
    FacePlacement placement =
        FacePlacement.eyes(
                List.of(
                    eyes(100, 80, 164, 80),
                    eyes(101, 82, 165, 82),
                    eyes(99, 78, 163, 78),
                    face(0, 0, 300),
                    eyes(900, 900, 999, 930),
                    eyes(98, 80, 162, 80)))
            .orElseThrow();
    // Medians: left (100, 80), right (164, 80): 64 pixels are .32 of the side.
    assertThat(placement.side()).isEqualTo(200);
    Similarity toSquare = placement.toPicture().inverse();
    assertThat(toSquare.xOf(100, 80)).isCloseTo(.34 * 200 - .5, EXACT);
    assertThat(toSquare.yOf(100, 80)).isCloseTo(.36 * 200 - .5, EXACT);
    assertThat(toSquare.xOf(164, 80)).isCloseTo(.66 * 200 - .5, EXACT);
    assertThat(toSquare.yOf(164, 80)).isCloseTo(.36 * 200 - .5, EXACT);
  }

  @Test
  void aTiltedHeadIsMadeUpright() {
    FacePlacement placement = FacePlacement.eyes(List.of(eyes(0, 0, 48, 64))).orElseThrow();
    assertThat(placement.side()).isEqualTo(250);
    // The right of the square leads along the eyes: (3, 4) / 5.
    assertThat(placement.toPicture().a()).isCloseTo(.6, EXACT);
    assertThat(placement.toPicture().b()).isCloseTo(.8, EXACT);
  }

  @Test
  void withoutEyesThereIsNoPlace() {
    assertThat(FacePlacement.eyes(List.of(face(1, 2, 3)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "30, 40, 70, 40, true", "30, 40, 49, 40, false", "30, 40, 101, 40, false",
    "70, 40, 30, 40, false", "30, 40, 70, 62, true", "30, 40, 70, 65, false"
  })
  void eyesStandAsEyesDo(double x, double y, double u, double v, boolean likely) {
    assertThat(new Face.Eyes(x, y, u, v).areLikely(100)).isEqualTo(likely);
  }

  private static Face face(double x, double y, double side) {
    return new Face(x, y, side, side, Optional.empty());
  }

  private static Face eyes(double x, double y, double u, double v) {
    return new Face(0, 0, 1, 1, Optional.of(new Face.Eyes(x, y, u, v)));
  }
}
