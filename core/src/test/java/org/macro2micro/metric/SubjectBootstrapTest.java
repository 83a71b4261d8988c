package org.macro2micro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.macro2micro.metric.MetricCases.LABELS;
import static org.macro2micro.metric.MetricCases.SEED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;

class SubjectBootstrapTest {
  private final SubjectBootstrap bootstrap = new SubjectBootstrap(SEED);

  @Test
  void quantilesInterpolateBetweenNeighbours() {
    // Positions .025*4 = .1 and .975*4 = 3.9 of the sorted values 0, 10, 20, 30, 40.
    Interval interval = Interval.central(new double[] {40, 0, 30, 10, 20}, .95);
    assertThat(interval.low()).isCloseTo(1, within(1e-9));
    assertThat(interval.high()).isCloseTo(39, within(1e-9));
    assertThat(Interval.central(new double[] {7}, .95)).isEqualTo(new Interval(7, 7));
    assertThat(interval.contains(1.5)).isTrue();
    assertThat(interval.contains(.5)).isFalse();
    assertThat(interval.contains(39.5)).isFalse();
    assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("exceed");
    assertThatThrownBy(() -> new Interval(Double.NaN, 1)).hasMessageContaining("exceed");
  }

  /**
   * Four people of equally many clips, two always right, two always wrong. The accuracy of a draw
   * is Binomial(4, 1/2)/4: 0 and 1 each have probability 1/16 = .0625 > .025, so the 95% interval
   * is [0, 1]; the 80% interval leaves out .1 at each end, more than .0625, and is [.25, .75].
   */
  @Test
  void drawsPeopleNotClips() {
    List<ScoredClip> clips = new ArrayList<>();
    for (int clip = 0; clip < 40; clip++) {
      String predicted = clip % 4 < 2 ? "positive" : "negative";
      clips.add(new ScoredClip(ClipId.of("db", "s" + clip % 4, "c" + clip), "positive", predicted));
    }
    assertThat(bootstrap.interval(LABELS, clips, Score.ACCURACY)).isEqualTo(new Interval(0, 1));
    assertThat(new SubjectBootstrap(SEED, 2000, .8).interval(LABELS, clips, Score.ACCURACY))
        .isEqualTo(new Interval(.25, .75));
  }

  /**
   * One of four people is better by 1 under the first method: Binomial(4, 1/4)/4, ends 0 and .75.
   */
  @Test
  void differencesAreTakenWithinADraw() {
    List<ScoredClip> better = new ArrayList<>();
    List<ScoredClip> worse = new ArrayList<>();
    for (int person = 0; person < 4; person++) {
      ClipId id = ClipId.of("db", "s" + person, "c");
      better.add(new ScoredClip(id, "positive", person < 2 ? "positive" : "negative"));
      worse.add(new ScoredClip(id, "positive", person < 1 ? "positive" : "negative"));
    }
    // P(X = 0) = .316; P(X >= 3) = .0508, P(X = 4) = .0039 < .025.
    Interval interval = bootstrap.difference(LABELS, better, worse, Score.ACCURACY);
    assertThat(interval).isEqualTo(new Interval(0, .75));
    assertThat(bootstrap.difference(LABELS, worse, better, Score.ACCURACY))
        .isEqualTo(new Interval(-.75, 0));
  }

  @Test
  void theSeedDecides() {
    List<ScoredClip> clips =
        MetricCases.clips(5, "n>n", "n>p", "p>p", "p>s", "s>s", "s>s", "n>n", "p>n", "s>p", "n>s");
    SubjectBootstrap few = new SubjectBootstrap(SEED, 7, .95);
    assertThat(few.interval(LABELS, clips, Score.UF1))
        .isEqualTo(few.interval(LABELS, clips, Score.UF1));
    assertThat(new SubjectBootstrap(SEED.child("other"), 7, .95).interval(LABELS, clips, Score.UF1))
        .isNotEqualTo(few.interval(LABELS, clips, Score.UF1));
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> new SubjectBootstrap(SEED, 0, .95)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new SubjectBootstrap(SEED, 10, 1)).hasMessageContaining("(0, 1)");
    assertThatThrownBy(() -> bootstrap.interval(LABELS, List.of(), Score.UF1))
        .hasMessageContaining("0 clips");
    List<ScoredClip> two = MetricCases.clips(2, "n>n", "p>p");
    assertThatThrownBy(() -> bootstrap.difference(LABELS, two, two.subList(0, 1), Score.UF1))
        .hasMessageContaining("1 of their clips differ, such as db/s1/c1");
    assertThatThrownBy(
            () -> bootstrap.difference(LABELS, two, MetricCases.clips(2, "n>n", "s>p"), Score.UF1))
        .hasMessageContaining("same truth");
  }

  @Property(tries = 30)
  void theOrderOfClipsDoesNotMatter(@ForAll("anyClips") List<ScoredClip> clips) {
    List<ScoredClip> reversed = new ArrayList<>(clips);
    Collections.reverse(reversed);
    SubjectBootstrap quick = new SubjectBootstrap(SEED, 50, .95);
    assertThat(quick.interval(LABELS, reversed, Score.UF1))
        .isEqualTo(quick.interval(LABELS, clips, Score.UF1));
  }

  @Property(tries = 30)
  void aMethodDoesNotDifferFromItself(@ForAll("anyClips") List<ScoredClip> clips) {
    SubjectBootstrap quick = new SubjectBootstrap(SEED, 50, .95);
    assertThat(quick.difference(LABELS, clips, clips, Score.UAR)).isEqualTo(new Interval(0, 0));
  }

  @Property(tries = 30)
  void perfectIsCertain(@ForAll("anyClips") List<ScoredClip> clips) {
    SubjectBootstrap quick = new SubjectBootstrap(SEED, 50, .95);
    assertThat(quick.interval(LABELS, MetricCases.perfect(clips), Score.UF1))
        .isEqualTo(new Interval(1, 1));
  }

  @Provide
  Arbitrary<List<ScoredClip>> anyClips() {
    return MetricCases.anyClips();
  }
}
