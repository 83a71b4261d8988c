package org.macro2micro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.macro2micro.metric.MetricCases.LABELS;
import static org.macro2micro.metric.MetricCases.SEED;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;

class PairedPermutationTestTest {
  private final PairedPermutationTest test = new PairedPermutationTest(SEED);

  /** {@code people} persons of one positive clip each; the first {@code right} are called so. */
  private static List<ScoredClip> people(int people, int right) {
    List<ScoredClip> clips = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      ClipId id = ClipId.of("db", "s" + person, "c");
      clips.add(new ScoredClip(id, "positive", person < right ? "positive" : "negative"));
    }
    return clips;
  }

  /**
   * Five people, one method right on all, the other on none. Only the two permutations that leave
   * all or exchange all are as far from 0, of 32: p near 1/16 (standard error .0024).
   */
  @Test
  void fivePeopleCannotGiveLessThanOneSixteenth() {
    assertThat(test.p(LABELS, people(5, 5), people(5, 0), Score.ACCURACY))
        .isCloseTo(1 / 16.0, within(.01));
  }

  /** Three of five people change: the sum of three signs is at least as far as 3 in 2 of 8. */
  @Test
  void peopleOnWhomBothAgreeDoNotMatter() {
    assertThat(test.p(LABELS, people(5, 4), people(5, 1), Score.ACCURACY))
        .isCloseTo(.25, within(.02));
  }

  @Test
  void aClearDifferenceReachesTheSmallestP() {
    assertThat(test.p(LABELS, people(30, 30), people(30, 0), Score.ACCURACY))
        .isEqualTo(1 / 10_000.0);
  }

  /** A person's clips move together: two people with ten clips each are two coins, not twenty. */
  @Test
  void exchangesPeopleNotClips() {
    List<ScoredClip> right = new ArrayList<>();
    List<ScoredClip> wrong = new ArrayList<>();
    for (int clip = 0; clip < 20; clip++) {
      ClipId id = ClipId.of("db", "s" + clip % 2, "c" + clip);
      right.add(new ScoredClip(id, "positive", "positive"));
      wrong.add(new ScoredClip(id, "positive", "negative"));
    }
    assertThat(test.p(LABELS, right, wrong, Score.ACCURACY)).isCloseTo(.5, within(.02));
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> new PairedPermutationTest(SEED, 0)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> test.p(LABELS, people(3, 1), people(4, 1), Score.UF1))
        .hasMessageContaining("same clips");
  }

  @Property(tries = 30)
  void aMethodIsItself(@ForAll("anyClips") List<ScoredClip> clips) {
    assertThat(new PairedPermutationTest(SEED, 50).p(LABELS, clips, clips, Score.UF1)).isEqualTo(1);
  }

  @Property(tries = 30)
  void whichMethodComesFirstDoesNotMatter(@ForAll("anyClips") List<ScoredClip> clips) {
    PairedPermutationTest quick = new PairedPermutationTest(SEED, 50);
    List<ScoredClip> perfect = MetricCases.perfect(clips);
    assertThat(quick.p(LABELS, clips, perfect, Score.UF1))
        .isEqualTo(quick.p(LABELS, perfect, clips, Score.UF1))
        .isBetween(1 / 51.0, 1.0);
  }

  @Provide
  Arbitrary<List<ScoredClip>> anyClips() {
    return MetricCases.anyClips();
  }
}
