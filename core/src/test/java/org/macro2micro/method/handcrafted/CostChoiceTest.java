package org.macro2micro.method.handcrafted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.Subject;
import org.macro2micro.method.handcrafted.SvmSettings.ClassWeights;

class CostChoiceTest {
  /** The third class never occurs and is called once. */
  private static final int[][] MIXED = {{3, 1, 0}, {1, 1, 1}, {0, 0, 0}};

  private static final int[][] MAJORITY = {{4, 0, 0}, {3, 0, 0}, {0, 0, 0}};

  @Test
  void macroF1ByHand() {
    // Class 0: 2*3 / (4 + 4); class 1: 2*1 / (3 + 2).
    assertThat(CostChoice.macroF1(MIXED)).isCloseTo((.75 + .4) / 2, within(1e-12));
    // Class 0: 2*4 / (4 + 7); class 1: 0.
    assertThat(CostChoice.macroF1(MAJORITY)).isCloseTo(4 / 11., within(1e-12));
    assertThat(CostChoice.macroF1(new int[2][2])).isZero();
  }

  /**
   * Four subjects with nine clips of class 0 and one of class 1 each, told apart by a small first
   * coordinate beside a large second one that says nothing. With C = .001 all multipliers lie at C,
   * and the 27 rows against 3 weigh more than the small coordinate: all is called 0, F1 is 72/76
   * and 0. With C = 10000 and above the margin is hard and every clip is right.
   */
  @Test
  void theSmallestOfTheCostsThatAreRight() {
    double[][] rows = new double[40][];
    int[] labels = new int[40];
    List<Subject> subjects = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      labels[n] = n % 10 == 9 ? 1 : 0;
      rows[n] = new double[] {labels[n], (n + n / 10) % 2 == 0 ? 3 : -3};
      subjects.add(new Subject("casme2", "sub" + n / 10));
    }
    assertThat(choice(.001, 1e4, 1e5).scores(rows, labels, subjects))
        .containsExactly(36 / 76., 1, 1);
    assertThat(choice(.001, 1e4, 1e5).of(rows, labels, subjects)).isEqualTo(1e4);
    assertThat(choice(.0001, .001).of(rows, labels, subjects)).isEqualTo(.0001);
  }

  @Test
  void oneSubjectGivesNothingToChooseBy() {
    List<Subject> one = List.of(new Subject("casme2", "a"), new Subject("casme2", "a"));
    assertThat(choice(5, 7).of(new double[][] {{0}, {1}}, new int[] {0, 1}, one)).isEqualTo(5);
    assertThat(choice(5, 7).scores(new double[][] {{0}, {1}}, new int[] {0, 1}, one))
        .containsExactly(0, 0);
  }

  @Test
  void anInnerPartMayLackAClass() {
    // Class 1 is one subject's alone: where that one is held out, only class 0 can be learnt.
    List<Subject> two = List.of(new Subject("casme2", "a"), new Subject("casme2", "b"));
    assertThat(choice(5, 7).of(new double[][] {{0}, {1}}, new int[] {0, 1}, two)).isEqualTo(5);
  }

  private static CostChoice choice(Double... costs) {
    return new CostChoice(new SvmSettings(List.of(costs), 4, ClassWeights.NONE), 2);
  }

  private static CostChoice choice(int first, int second) {
    return choice((double) first, (double) second);
  }
}
