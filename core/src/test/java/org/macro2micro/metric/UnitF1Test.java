package org.macro2micro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.seed.SeedPath;

class UnitF1Test {
  private static final SeedPath SEED = SeedPath.root(1);

  /**
   * Five clips of three people, four units; + shown, - absent, ? unknown, and what was said: 1
   * told, 0 not told.
   */
  private static final List<ScoredUnits> CLIPS =
      List.of(
          clip("a", "1", "+-++", "1100"),
          clip("a", "2", "+?+-", "0011"),
          clip("b", "1", "--+-", "1010"),
          clip("b", "2", "-++?", "0011"),
          clip("c", "1", "--+-", "0010"));

  /**
   * Unit 0: 1 hit, 1 miss, 1 false alarm: F1 2/(2+1+1) = .5. Unit 1: of four known clips one shows
   * it and is missed, one is a false alarm: 0. Unit 2: every clip shows it: none. Unit 3: one shows
   * it and is missed, one false alarm, the unknown one does not count: 0.
   */
  @Test
  void countsAreThoseWorkedByHand() {
    List<UnitTally> tallies = UnitF1.tallies(4, CLIPS);
    assertThat(tallies)
        .containsExactly(
            new UnitTally(1, 1, 1, 2),
            new UnitTally(0, 1, 1, 2),
            new UnitTally(4, 0, 1, 0),
            new UnitTally(0, 1, 1, 2));
    assertThat(tallies.get(0).f1()).hasValue(.5);
    assertThat(tallies.get(1).f1()).hasValue(0);
    assertThat(tallies.get(2).f1()).isEmpty();
    assertThat(tallies.get(3).f1()).hasValue(0);
    assertThat(tallies.get(1).known()).isEqualTo(4);
    assertThat(UnitF1.macro(tallies)).isPresent();
    assertThat(UnitF1.macro(tallies).getAsDouble()).isCloseTo(.5 / 3, within(1e-12));
  }

  @Test
  void whatNobodyShowsHasNoF1HoweverOftenItIsTold() {
    List<ScoredUnits> none = List.of(clip("a", "1", "-?", "10"), clip("b", "1", "-?", "00"));
    assertThat(UnitF1.tallies(2, none))
        .containsExactly(new UnitTally(0, 1, 0, 1), UnitTally.NONE)
        .allSatisfy(tally -> assertThat(tally.f1()).isEmpty());
    assertThat(UnitF1.macro(UnitF1.tallies(2, none))).isEmpty();
    assertThat(UnitF1.interval(2, none, SEED)).isEmpty();
    assertThat(UnitF1.interval(2, List.of(), SEED)).isEmpty();
  }

  @Test
  void anUnknownUnitChangesNothingWhateverIsSaidOfIt() {
    List<ScoredUnits> more = new ArrayList<>(CLIPS);
    more.add(clip("c", "2", "????", "1111"));
    assertThat(UnitF1.tallies(4, more)).isEqualTo(UnitF1.tallies(4, CLIPS));
  }

  /** One person is all right and the other all wrong; a draw holds the one, the other, or both. */
  @Test
  void intervalsDrawPeople() {
    List<ScoredUnits> two =
        List.of(
            clip("a", "1", "+", "1"),
            clip("a", "2", "-", "0"),
            clip("b", "1", "+", "0"),
            clip("b", "2", "-", "1"));
    assertThat(UnitF1.macro(UnitF1.tallies(1, two))).hasValue(.5);
    assertThat(UnitF1.interval(1, two, SEED)).contains(new Interval(0, 1));
    List<ScoredUnits> turned = new ArrayList<>(CLIPS);
    Collections.reverse(turned);
    assertThat(UnitF1.interval(4, turned, SEED)).isEqualTo(UnitF1.interval(4, CLIPS, SEED));
  }

  @Test
  void clipsMustBeThereOnceWithAllUnits() {
    List<ScoredUnits> twice = List.of(CLIPS.get(0), CLIPS.get(0));
    assertThatThrownBy(() -> UnitF1.tallies(4, twice)).hasMessageContaining("expected once");
    assertThatThrownBy(() -> UnitF1.tallies(3, CLIPS)).hasMessageContaining("3 action units");
    assertThatThrownBy(
            () -> new ScoredUnits(CLIPS.get(0).id(), List.of(UnitState.SHOWN), List.of()))
        .hasMessageContaining("predictions of 0 action units, expected 1");
  }

  private static ScoredUnits clip(String person, String name, String truth, String said) {
    return new ScoredUnits(
        ClipId.of("db", person, name),
        truth
            .chars()
            .mapToObj(
                c -> c == '+' ? UnitState.SHOWN : c == '-' ? UnitState.ABSENT : UnitState.UNKNOWN)
            .toList(),
        said.chars().mapToObj(c -> c == '1').toList());
  }
}
