package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.seed.SeedPath;

class TrainingShareTest {
  private final Map<ClipId, String> truth = new LinkedHashMap<>();
  private final List<ClipId> training = new ArrayList<>();

  TrainingShareTest() {
    for (int i = 0; i < 15; i++) {
      ClipId id = ClipId.of("d", "s" + i % 3, "c" + i);
      training.add(id);
      truth.put(id, i < 10 ? "negative" : "surprise");
    }
  }

  @Test
  void takesTheSameShareOfEachClassRoundedUpInOrder() {
    List<ClipId> half = TrainingShare.of(.5, training, truth, SeedPath.root(1));
    assertThat(half).isSubsetOf(training).doesNotHaveDuplicates();
    assertThat(half.stream().filter(id -> "negative".equals(truth.get(id)))).hasSize(5);
    assertThat(half.stream().filter(id -> "surprise".equals(truth.get(id)))).hasSize(3);
    assertThat(half).isSortedAccordingTo((a, b) -> training.indexOf(a) - training.indexOf(b));
  }

  @Test
  void theWholeIsLeftAsItIsAndSeedsDecideAboutTheRest() {
    assertThat(TrainingShare.of(1, training, truth, SeedPath.root(1))).isSameAs(training);
    List<ClipId> one = TrainingShare.of(.4, training, truth, SeedPath.root(1));
    assertThat(TrainingShare.of(.4, training, truth, SeedPath.root(1))).isEqualTo(one);
    assertThat(TrainingShare.of(.4, training, truth, SeedPath.root(2))).isNotEqualTo(one);
  }
}
