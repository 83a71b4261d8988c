package org.macro2micro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.macro2micro.metric.MetricCases.LABELS;
import static org.macro2micro.metric.MetricCases.SEED;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;

class SeededClipsTest {
  private final SubjectBootstrap bootstrap = new SubjectBootstrap(SEED);
  private final PairedPermutationTest permutation = new PairedPermutationTest(SEED);

  /** One positive clip a person; '1' where it is called so, '0' where it is called negative. */
  private static List<ScoredClip> people(String right) {
    List<ScoredClip> clips = new ArrayList<>();
    for (int person = 0; person < right.length(); person++) {
      ClipId id = ClipId.of("db", "s" + person, "c");
      String called = right.charAt(person) == '1' ? "positive" : "negative";
      clips.add(new ScoredClip(id, "positive", called));
    }
    return clips;
  }

  private static SeededClips seeds(String... right) {
    return new SeededClips(java.util.Arrays.stream(right).map(SeededClipsTest::people).toList());
  }

  /** Accuracies 1/4, 3/4 and 2/4. */
  @Test
  void theScoreIsTheMeanOfTheSeedsScores() {
    SeededClips clips = seeds("1000", "0111", "1100");
    assertThat(clips.bySeed(LABELS, Score.ACCURACY)).containsExactly(.25, .75, .5);
    assertThat(clips.mean(LABELS, Score.ACCURACY)).isEqualTo(.5);
    assertThat(clips.only(c -> c.id().subject().id().equals("s1")).bySeed(LABELS, Score.ACCURACY))
        .containsExactly(0.0, 1.0, 1.0);
  }

  /**
   * F1 of the positives is 2TP/(2TP+FN): of 1 of 2 it is 2/3, of 2 of 2 it is 1. Pooled seeds would
   * give 3 of 4, 6/7, and not their mean 5/6.
   */
  @Test
  void seedsAreNotPooled() {
    assertThat(seeds("10", "11").mean(LABELS, Score.UF1)).isCloseTo(5 / 6.0, within(1e-15));
  }

  /**
   * Each person is right under one seed and wrong under the other, so whoever is drawn, the mean of
   * the two accuracies is 1/2. Drawn apart, the seeds would vary.
   */
  @Test
  void aDrawnPersonBringsTheClipsOfAllSeeds() {
    assertThat(bootstrap.interval(LABELS, seeds("10", "01"), Score.ACCURACY))
        .isEqualTo(new Interval(.5, .5));
    assertThat(bootstrap.interval(LABELS, seeds("10"), Score.ACCURACY))
        .isEqualTo(new Interval(0, 1));
  }

  /**
   * One of four people is better by 1 under one of two seeds: half of Binomial(4, 1/4)/4, whose
   * ends are 0 and .75.
   */
  @Test
  void differencesAreOfMeans() {
    assertThat(
            bootstrap.difference(
                LABELS, seeds("1100", "1000"), seeds("1000", "1000"), Score.ACCURACY))
        .isEqualTo(new Interval(0, .375));
  }

  /** More seeds are not more people: five still can't give less than 2 of 32 permutations. */
  @Test
  void aCoinExchangesThePersonsPredictionsOfAllSeeds() {
    double p =
        permutation.p(
            LABELS,
            seeds("11111", "11111", "11111"),
            seeds("00000", "00000", "00000"),
            Score.ACCURACY);
    assertThat(p).isCloseTo(1 / 16.0, within(.01));
    assertThat(p)
        .isEqualTo(permutation.p(LABELS, people("11111"), people("00000"), Score.ACCURACY));
  }

  /** What one seed wins the other loses: the means are one, and nothing is closer to 0. */
  @Test
  void rowsWithOneMeanHaveP1() {
    assertThat(
            permutation.p(LABELS, seeds("11111", "00000"), seeds("00000", "11111"), Score.ACCURACY))
        .isEqualTo(1);
  }

  @Test
  void refusesSeedsThatCannotBeCompared() {
    assertThatThrownBy(() -> new SeededClips(List.of()))
        .hasMessage("predictions of 0 seeds; a score needs at least 1");
    assertThatThrownBy(() -> seeds("111", "11"))
        .hasMessage(
            "predictions can be compared on the same clips with the same truth only; 1 of their clips differ, such as db/s2/c=positive");
    assertThatThrownBy(() -> permutation.p(LABELS, seeds("11"), seeds("11", "11"), Score.ACCURACY))
        .hasMessage("predictions of 1 seeds against those of 2; expected as many, seed by seed");
    assertThatThrownBy(
            () -> bootstrap.difference(LABELS, seeds("11"), seeds("111"), Score.ACCURACY))
        .hasMessageContaining("same clips");
  }

  /** The bootstrap of a single seed, once more and in the plainest way. */
  @Property(tries = 30)
  void oneSeedDrawsAsItAlwaysDid(@ForAll("anyClips") List<ScoredClip> clips) {
    List<Subject> people = clips.stream().map(c -> c.id().subject()).distinct().sorted().toList();
    RandomGenerator random = SEED.random();
    double[] values = new double[50];
    for (int draw = 0; draw < values.length; draw++) {
      int[] sum = new int[9];
      for (int i = 0; i < people.size(); i++) {
        Subject drawn = people.get(random.nextInt(people.size()));
        clips.stream()
            .filter(c -> c.id().subject().equals(drawn))
            .forEach(c -> sum[LABELS.indexOf(c.truth()) * 3 + LABELS.indexOf(c.predicted())]++);
      }
      values[draw] = UnweightedF1.of(ConfusionMatrix.ofFlat(LABELS, sum, 0));
    }
    assertThat(new SubjectBootstrap(SEED, 50, .95).interval(LABELS, clips, Score.UF1))
        .isEqualTo(Interval.central(values, .95));
  }

  /** The permutation test of two seeds, once more and in the plainest way. */
  @Property(tries = 30)
  void coinsExchangeAllThatAPersonHas(@ForAll("anyClips") List<ScoredClip> clips) {
    List<ScoredClip> right =
        clips.stream().map(c -> new ScoredClip(c.id(), c.truth(), c.truth())).toList();
    List<ScoredClip> same =
        clips.stream().map(c -> new ScoredClip(c.id(), c.truth(), LABELS.get(0))).toList();
    List<List<ScoredClip>> one = List.of(clips, right);
    List<List<ScoredClip>> other = List.of(same, clips);
    List<Subject> people = clips.stream().map(c -> c.id().subject()).distinct().sorted().toList();
    double seen = Math.abs(mean(one) - mean(other));
    RandomGenerator random = SEED.random();
    int asFar = 0;
    for (int toss = 0; toss < 50; toss++) {
      Set<Subject> exchanged =
          people.stream().filter(p -> random.nextBoolean()).collect(Collectors.toSet());
      double left = mean(mixed(one, other, exchanged));
      double difference = left - mean(mixed(other, one, exchanged));
      asFar += Math.abs(difference) >= seen - 1e-12 ? 1 : 0;
    }
    assertThat(
            new PairedPermutationTest(SEED, 50)
                .p(LABELS, new SeededClips(one), new SeededClips(other), Score.UF1))
        .isEqualTo((1 + asFar) / 51.);
  }

  private static double mean(List<List<ScoredClip>> seeds) {
    return seeds.stream()
        .mapToDouble(clips -> UnweightedF1.of(ConfusionMatrix.of(LABELS, clips)))
        .average()
        .orElseThrow();
  }

  /** The first's clips, but the others' of some people. */
  private static List<List<ScoredClip>> mixed(
      List<List<ScoredClip>> first, List<List<ScoredClip>> others, Set<Subject> ofOthers) {
    List<List<ScoredClip>> mixed = new ArrayList<>();
    for (int seed = 0; seed < first.size(); seed++) {
      Stream<ScoredClip> kept =
          first.get(seed).stream().filter(c -> !ofOthers.contains(c.id().subject()));
      Stream<ScoredClip> taken =
          others.get(seed).stream().filter(c -> ofOthers.contains(c.id().subject()));
      mixed.add(Stream.concat(kept, taken).toList());
    }
    return mixed;
  }

  @Property(tries = 30)
  void seedsThatAgreeSayWhatOneSays(@ForAll("anyClips") List<ScoredClip> clips) {
    SubjectBootstrap quick = new SubjectBootstrap(SEED, 50, .95);
    PairedPermutationTest coins = new PairedPermutationTest(SEED, 50);
    SeededClips thrice = new SeededClips(List.of(clips, clips, clips));
    SeededClips perfect = SeededClips.of(MetricCases.perfect(clips));
    SeededClips perfectThrice =
        new SeededClips(
            List.of(perfect.seeds().get(0), perfect.seeds().get(0), perfect.seeds().get(0)));
    Interval one = quick.interval(LABELS, clips, Score.UAR);
    Interval three = quick.interval(LABELS, thrice, Score.UAR);
    assertThat(thrice.mean(LABELS, Score.UAR))
        .isCloseTo(SeededClips.of(clips).mean(LABELS, Score.UAR), within(1e-12));
    assertThat(three.low()).isCloseTo(one.low(), within(1e-12));
    assertThat(three.high()).isCloseTo(one.high(), within(1e-12));
    assertThat(coins.p(LABELS, thrice, perfectThrice, Score.UAR))
        .isEqualTo(coins.p(LABELS, SeededClips.of(clips), perfect, Score.UAR));
  }

  @Property(tries = 30)
  void theOrderOfSeedsDoesNotMatter(@ForAll("anyClips") List<ScoredClip> clips) {
    List<ScoredClip> perfect = MetricCases.perfect(clips);
    SubjectBootstrap quick = new SubjectBootstrap(SEED, 50, .95);
    assertThat(quick.interval(LABELS, new SeededClips(List.of(clips, perfect)), Score.UF1))
        .isEqualTo(quick.interval(LABELS, new SeededClips(List.of(perfect, clips)), Score.UF1));
  }

  /** The mean of a row and of one with both seeds exchanged is one and the same. */
  @Property(tries = 30)
  void equalRowsHaveP1(@ForAll("anyClips") List<ScoredClip> clips) {
    List<ScoredClip> perfect = MetricCases.perfect(clips);
    assertThat(
            new PairedPermutationTest(SEED, 50)
                .p(
                    LABELS,
                    new SeededClips(List.of(clips, perfect)),
                    new SeededClips(List.of(perfect, clips)),
                    Score.UF1))
        .isEqualTo(1);
  }

  @Provide
  Arbitrary<List<ScoredClip>> anyClips() {
    return MetricCases.anyClips();
  }
}
