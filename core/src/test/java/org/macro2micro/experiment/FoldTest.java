package org.macro2micro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;

class FoldTest {
  private static final Subject ANN = new Subject("db", "ann");
  private static final ClipId ANN_1 = new ClipId(ANN, "1");
  private static final ClipId BOB_1 = ClipId.of("db", "bob", "1");

  @Test
  void refusesTheHeldOutPersonInTraining() {
    ClipId ann2 = new ClipId(ANN, "2");
    assertThatThrownBy(() -> new Fold(ANN, List.of(BOB_1, ann2), List.of(ANN_1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fold db/ann: training clip db/ann/2 shows the person held out");
  }

  @Test
  void refusesOtherPeopleInTheTest() {
    assertThatThrownBy(() -> new Fold(ANN, List.of(), List.of(ANN_1, BOB_1)))
        .hasMessage("fold db/ann: test clip db/bob/1 shows somebody else");
    ClipId namesake = ClipId.of("other", "ann", "1");
    assertThatThrownBy(() -> new Fold(ANN, List.of(), List.of(namesake)))
        .hasMessageContaining("somebody else");
  }

  @Test
  void refusesNoTestAndDoubledClips() {
    assertThatThrownBy(() -> new Fold(ANN, List.of(BOB_1), List.of()))
        .hasMessageContaining("0 test clips");
    assertThatThrownBy(() -> new Fold(ANN, List.of(BOB_1, BOB_1), List.of(ANN_1)))
        .hasMessageContaining("db/bob/1 occurs twice");
    assertThatThrownBy(() -> new Fold(ANN, List.of(BOB_1), List.of(ANN_1, ANN_1)))
        .hasMessageContaining("db/ann/1 occurs twice");
  }

  @Test
  void oneFoldASubjectInOrder() {
    ClipId otherAnn = ClipId.of("other", "ann", "1");
    List<Fold> folds = LeaveOneSubjectOut.folds(List.of(otherAnn, BOB_1, ANN_1));
    assertThat(folds)
        .containsExactly(
            new Fold(ANN, List.of(BOB_1, otherAnn), List.of(ANN_1)),
            new Fold(BOB_1.subject(), List.of(ANN_1, otherAnn), List.of(BOB_1)),
            new Fold(otherAnn.subject(), List.of(ANN_1, BOB_1), List.of(otherAnn)));
  }

  @Test
  void onePersonCannotBeLeftOut() {
    assertThatThrownBy(() -> LeaveOneSubjectOut.folds(List.of(ANN_1)))
        .hasMessageContaining("1 subjects [db/ann]")
        .hasMessageContaining("at least 2");
    assertThatThrownBy(() -> LeaveOneSubjectOut.folds(List.of(ANN_1, ANN_1, BOB_1)))
        .hasMessageContaining("occurs twice");
  }

  @Property(tries = 200)
  void eachClipIsTestedOnceAndNobodyTrainsOnThemselves(@ForAll("people") Set<ClipId> clips) {
    List<Fold> folds = LeaveOneSubjectOut.folds(clips);
    List<ClipId> tested = folds.stream().flatMap(fold -> fold.test().stream()).toList();
    assertThat(tested).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(clips);
    Set<Subject> subjects = clips.stream().map(ClipId::subject).collect(Collectors.toSet());
    assertThat(folds)
        .extracting(Fold::heldOut)
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(subjects);
    for (Fold fold : folds) {
      assertThat(fold.training()).extracting(ClipId::subject).doesNotContain(fold.heldOut());
      Set<ClipId> all = new HashSet<>(fold.training());
      all.addAll(fold.test());
      assertThat(all).isEqualTo(clips);
    }
  }

  @Property(tries = 100)
  void theOrderOfClipsDoesNotMatter(@ForAll("people") Set<ClipId> clips) {
    List<ClipId> order = new ArrayList<>(clips);
    List<Fold> folds = LeaveOneSubjectOut.folds(order);
    Collections.reverse(order);
    assertThat(LeaveOneSubjectOut.folds(order)).isEqualTo(folds);
  }

  /** Clips of two databases whose subjects bear the same ids, of at least two people. */
  @Provide
  Arbitrary<Set<ClipId>> people() {
    return Combinators.combine(
            Arbitraries.of("casme2", "smic"),
            Arbitraries.of("sub01", "sub02", "sub03"),
            Arbitraries.of("a", "b", "c", "d"))
        .as(ClipId::of)
        .set()
        .ofMinSize(2)
        .filter(ids -> ids.stream().map(ClipId::subject).distinct().count() > 1);
  }
}
