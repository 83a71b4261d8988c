package org.macro2micro.lab.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.clip.FaceEvent.Kind;
import org.macro2micro.lab.film.FilmSettings.Rates;
import org.macro2micro.lab.movement.ActionUnits;
import org.macro2micro.lab.movement.Pose;

class FilmPlanTest {
  @Test
  void aStirRisesHoldsAndFalls() {
    FilmPlan.Stir stir =
        new FilmPlan.Stir(1, 2, 3, 5, ActionUnits.none(), 1, Pose.STRAIGHT).later(10);
    assertThat(stir.at(11)).isZero();
    assertThat(stir.at(11.5)).isCloseTo(.5, within(1e-12));
    assertThat(stir.at(12)).isEqualTo(1);
    assertThat(stir.at(13)).isEqualTo(1);
    assertThat(stir.at(14)).isCloseTo(.5, within(1e-12));
    assertThat(stir.at(15)).isZero();
  }

  @Property(tries = 50)
  void expressionsLieApartWithinTheVideo(@ForAll long seed) {
    FilmSettings settings = film(60, Rates.TALKING, seed);
    int end = -1;
    for (FaceEvent event : FilmPlan.of(settings, 0).truth()) {
      assertThat(event.offset()).isLessThan(settings.frames());
      double seconds = (event.offset() - event.onset()) / settings.framesPerSecond();
      if (event.kind() == Kind.MICRO) {
        assertThat(seconds).isBetween(.1, .53);
      }
      if (event.kind() != Kind.BLINK && event.kind() != Kind.TWITCH) {
        // .7 seconds of rest at 30 frames a second, rounded at both ends.
        assertThat(event.onset()).isGreaterThanOrEqualTo(end + 20);
        end = event.offset();
      }
    }
  }

  @Test
  void theFaceMovesWhenTheTruthSaysSoAndOnlyThen() {
    FilmSettings settings = film(30, new Rates(10, 0, 0, 0, 0, 0), 4);
    FilmPlan plan = FilmPlan.of(settings, 0);
    assertThat(plan.truth()).hasSize(5);
    for (int i = 0; i < settings.frames(); i++) {
      int frame = i;
      boolean moves = !plan.at(i / 30.0).units().numbers().isEmpty();
      // Ends are rounded to frames, so half a frame beside them may go either way.
      boolean isWithin =
          plan.truth().stream().anyMatch(e -> e.onset() < frame && frame < e.offset());
      boolean isNear =
          plan.truth().stream().anyMatch(e -> e.onset() <= frame && frame <= e.offset());
      assertThat(moves).as("frame %d", i).isIn(List.of(isWithin, isNear));
    }
  }

  @Test
  void ratesAreMeans() {
    int micros = 0;
    int blinks = 0;
    for (int i = 0; i < 20; i++) {
      for (FaceEvent event : FilmPlan.of(film(60, Rates.SILENT, 9), i).truth()) {
        micros += event.kind() == Kind.MICRO ? 1 : 0;
        blinks += event.kind() == Kind.BLINK ? 1 : 0;
      }
    }
    assertThat(micros).isEqualTo(80);
    // 16 a minute, less the time that they take themselves.
    assertThat(blinks / 20.0).isBetween(13.0, 17.0);
  }

  @Test
  void moreThanThereIsTimeForIsRefused() {
    assertThatThrownBy(() -> FilmPlan.of(film(60, new Rates(0, 30, 0, 0, 0, 30), 1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lower rates");
  }

  private static FilmSettings film(double seconds, Rates rates, long seed) {
    return new FilmSettings(99, seconds, 30, 64, 48, rates, seed);
  }
}
