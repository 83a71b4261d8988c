package org.macro2micro.lab.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.macro2micro.lab.movement.ActionUnit.*;

import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.Emotion;
import org.macro2micro.seed.SeedPath;

class EmotionUnitsTest {
  private final RandomGenerator random = SeedPath.root(1).child("emotion units").random();

  @Test
  void happinessAlwaysPullsTheCornersAndHalfTheTimePartsTheLips() {
    int parted = 0;
    for (int i = 0; i < 2000; i++) {
      Set<ActionUnit> units = EmotionUnits.draw(Emotion.HAPPINESS, random);
      assertThat(units).contains(LIP_CORNER_PULLER);
      assertThat(EnumSet.of(LIP_CORNER_PULLER, LIPS_PART, CHEEK_RAISER)).containsAll(units);
      parted += units.contains(LIPS_PART) ? 1 : 0;
    }
    assertThat(parted).isBetween(900, 1100);
  }

  @Test
  void fearIsDrawnAgainUntilSomethingMoves() {
    assertThat(IntStream.range(0, 500).mapToObj(i -> EmotionUnits.draw(Emotion.FEAR, random)))
        .allSatisfy(units -> assertThat(units).isNotEmpty())
        .anySatisfy(units -> assertThat(units).containsExactly(LIP_STRETCHER));
  }

  @Test
  void everyDrawFitsItsEmotion() {
    for (Emotion emotion : EmotionUnits.known()) {
      for (int i = 0; i < 50; i++) {
        assertThat(EmotionUnits.fits(emotion, EmotionUnits.draw(emotion, random))).isTrue();
      }
    }
  }

  @Test
  void othersFitNoEmotion() {
    for (int i = 0; i < 500; i++) {
      Set<ActionUnit> units = EmotionUnits.draw(Emotion.OTHER, random);
      assertThat(units).isNotEmpty().hasSizeLessThanOrEqualTo(3);
      assertThat(EmotionUnits.known()).noneMatch(emotion -> EmotionUnits.fits(emotion, units));
    }
  }

  @Test
  void aUnitThatDoesNotBelongSpoilsTheFit() {
    assertThat(EmotionUnits.fits(Emotion.DISGUST, EnumSet.of(NOSE_WRINKLER, CHIN_RAISER))).isTrue();
    assertThat(EmotionUnits.fits(Emotion.DISGUST, EnumSet.of(NOSE_WRINKLER))).isFalse();
    assertThat(EmotionUnits.fits(Emotion.DISGUST, EnumSet.of(NOSE_WRINKLER, CHIN_RAISER, JAW_DROP)))
        .isFalse();
  }

  @Test
  void anEmotionWithoutATableIsRefused() {
    assertThatThrownBy(() -> EmotionUnits.draw(Emotion.POSITIVE, random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("positive");
  }
}
