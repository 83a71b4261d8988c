package org.macro2micro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;

class HoldOutTest {
  private static final ClipId A1 = ClipId.of("one", "s1", "a");
  private static final ClipId A2 = ClipId.of("one", "s2", "a");
  private static final ClipId B1 = ClipId.of("two", "s1", "a");
  private static final ClipId B2 = ClipId.of("two", "s1", "b");
  private static final List<ClipId> CLIPS = List.of(A1, A2, B1, B2);

  @Test
  void eachPersonIsHeldOutOnce() {
    assertThat(HoldOut.SUBJECT.folds(CLIPS))
        .containsExactly(
            new UnitFold("one/s1", List.of(A2, B1, B2), List.of(A1)),
            new UnitFold("one/s2", List.of(A1, B1, B2), List.of(A2)),
            new UnitFold("two/s1", List.of(A1, A2), List.of(B1, B2)));
  }

  @Test
  void eachDatabaseIsHeldOutOnceInWhateverOrderClipsCome() {
    List<ClipId> turned = new ArrayList<>(CLIPS);
    Collections.reverse(turned);
    assertThat(HoldOut.DATABASE.folds(turned))
        .containsExactly(
            new UnitFold("one", List.of(B1, B2), List.of(A1, A2)),
            new UnitFold("two", List.of(A1, A2), List.of(B1, B2)));
  }

  @Test
  void tooLittleIsRefused() {
    assertThatThrownBy(() -> HoldOut.DATABASE.folds(List.of(B1, B2)))
        .hasMessageContaining("clips of [two] alone; it needs at least 2 databases");
    assertThatThrownBy(() -> HoldOut.SUBJECT.folds(List.of(B1, B2)))
        .hasMessageContaining("at least 2");
    assertThatThrownBy(() -> HoldOut.SUBJECT.folds(List.of(A1, A2)))
        .hasMessageContaining("fold one/s1: 1 training clips");
    assertThatThrownBy(() -> new UnitFold("two/s1", List.of(A1, B1), List.of(B2)))
        .hasMessageContaining("person two/s1 is trained on and tested");
  }
}
