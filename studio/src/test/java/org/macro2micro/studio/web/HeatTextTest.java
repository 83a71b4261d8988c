package org.macro2micro.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.macro2micro.studio.film.FilmResult;

class HeatTextTest {
  @Test
  void wordsSayWhereAndByHowMuch() {
    assertThat(HeatText.of("joy", new FilmResult.Heat(.2, .9, .83, .414)))
        .isEqualTo(
            "Hiding the coloured parts changes the decision most: without the movement in the lower left of the picture the score of joy falls from 83% to 41%.");
    assertThat(HeatText.of("joy", new FilmResult.Heat(.5, .5, .9, .1)))
        .contains("in the middle of the picture");
  }

  @Test
  void aDecisionThatRestsOnNoPartIsToldSo() {
    assertThat(HeatText.of("joy", new FilmResult.Heat(.2, .9, .6, .595)))
        .startsWith("The decision rests on no single part");
  }
}
