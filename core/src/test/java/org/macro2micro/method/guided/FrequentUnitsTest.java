package org.macro2micro.method.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.UnitChoice;
import org.macro2micro.clip.UnitCode;
import org.macro2micro.clip.UnitCoding;

class FrequentUnitsTest {
  @Test
  void theMostFrequentUnitsAreLearnt() {
    List<UnitCoding> codings =
        List.of(coding(12, 6), coding(12, 4), coding(4, 12), coding(9, 6), coding(1));
    assertThat(UnitTeacher.frequent(codings, 12)).containsExactly(1, 4, 6, 9, 12);
    assertThat(UnitTeacher.frequent(codings, 1)).containsExactly(12);
    assertThat(UnitTeacher.frequent(codings, 2)).containsExactly(4, 12);
    // 1 and 9 once each.
    assertThat(UnitTeacher.frequent(codings, 4)).containsExactly(1, 4, 6, 12);
    UnitCoding doubtful =
        new UnitCoding(List.of(new UnitChoice(List.of(UnitCode.of(4), UnitCode.of(7)))), true);
    assertThat(UnitTeacher.frequent(List.of(doubtful), 12)).isEmpty();
  }

  private static UnitCoding coding(int... units) {
    List<UnitChoice> choices = new ArrayList<>();
    for (int unit : units) {
      choices.add(new UnitChoice(List.of(UnitCode.of(unit))));
    }
    return new UnitCoding(choices, true);
  }
}
