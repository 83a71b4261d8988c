package org.macro2micro.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.Emotion;
import org.macro2micro.lab.movement.ActionUnit;
import org.macro2micro.lab.movement.ActionUnits;
import org.macro2micro.lab.movement.Intensity;
import org.macro2micro.lab.movement.Side;
import org.macro2micro.lab.movement.Sway;
import org.macro2micro.seed.SeedPath;

class ClipPlanTest {
  @Test
  void aMicroExpressionRisesFromTheOnsetAndFallsToTheOffset() {
    LabSettings settings = LabSettings.casme2(1, 1, 20, 64, 2);
    for (int i = 0; i < 30; i++) {
      ClipPlan plan = ClipPlan.of(settings, clip("sub01", "EP" + i, Emotion.DISGUST, 20));
      assertThat(plan.apex()).isBetween(1, 18);
      assertThat(plan.strength(0)).isZero();
      assertThat(plan.strength(plan.apex())).isEqualTo(1);
      assertThat(plan.strength(19)).isBetween(0.0, .2);
      for (int t = 1; t < 20; t++) {
        double change = plan.strength(t) - plan.strength(t - 1);
        assertThat(t <= plan.apex() ? change : -change).isPositive();
      }
    }
  }

  @Test
  void aMacroExpressionEndsAtItsPeak() {
    LabSettings settings = LabSettings.ckplus(1, 1, 8, 2);
    ClipPlan plan = ClipPlan.of(settings, clip("S005", "001", Emotion.ANGER, 8));
    assertThat(plan.apex()).isEqualTo(7);
    assertThat(plan.strength(7)).isEqualTo(1);
    assertThat(plan.strength(0)).isZero();
  }

  @Test
  void intensitiesStayInTheRange() {
    LabSettings settings = LabSettings.casme2(1, 1, 5, 64, 2);
    for (int i = 0; i < 200; i++) {
      ClipPlan plan = ClipPlan.of(settings, clip("sub01", "EP" + i, Emotion.SURPRISE, 5));
      double brow = 5 * plan.peak().share(ActionUnit.INNER_BROW_RAISER);
      assertThat(brow).isBetween(.5, 1.5);
    }
  }

  @Test
  void contemptIsOneSided() {
    ActionUnits peak = ClipPlan.peak(Emotion.CONTEMPT, Intensity.MACRO, SeedPath.root(1).random());
    double left = peak.at(Side.LEFT, ActionUnit.DIMPLER);
    double right = peak.at(Side.RIGHT, ActionUnit.DIMPLER);
    assertThat(Math.min(left, right)).isLessThan(.3 * Math.max(left, right));
  }

  @Test
  void noFrameAtTheApexHasShutEyes() {
    LabSettings settings = LabSettings.ckplus(1, 1, 9, 2).withDifficulty(Intensity.MACRO, 0, 6, 0);
    int blinks = 0;
    for (int i = 0; i < 60; i++) {
      ClipPlan plan = ClipPlan.of(settings, clip("S005", "s" + i, Emotion.ANGER, 9));
      blinks += plan.blinks().size();
      assertThat(plan.at(plan.apex()).blink()).isLessThan(1e-9);
    }
    assertThat(blinks).isGreaterThan(30);
  }

  @Test
  void distractorsCanBeSwitchedOff() {
    LabSettings settings =
        LabSettings.casme2(1, 1, 9, 64, 2).withDifficulty(Intensity.MICRO, 0, 0, 0);
    ClipPlan plan = ClipPlan.of(settings, clip("sub01", "EP01", Emotion.HAPPINESS, 9));
    assertThat(plan.twitches()).isEmpty();
    assertThat(plan.blinks()).isEmpty();
    assertThat(plan.at(0).pose()).isEqualTo(plan.at(8).pose());
    assertThat(plan.at(0).units().numbers()).isEmpty();
  }

  @Test
  void theHeadDriftsByTheRootMeanSquareAskedFor() {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < 300; i++) {
      Sway sway = Sway.draw(SeedPath.root(i).random(), .01);
      for (double time = 0; time <= 1; time += .1) {
        sum += Math.pow(sway.at(time).dx(), 2);
        count++;
      }
    }
    assertThat(Math.sqrt(sum / count)).isBetween(.009, .0115);
  }

  private static CastClip clip(String subject, String name, Emotion emotion, int frames) {
    return new CastClip(subject, name, Optional.of(emotion), frames);
  }
}
