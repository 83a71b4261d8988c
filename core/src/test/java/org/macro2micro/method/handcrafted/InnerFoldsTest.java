package org.macro2micro.method.handcrafted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.Subject;

class InnerFoldsTest {
  @Test
  void theLargestSubjectFirstAndThenToTheEmptiestPart() {
    // d has 3 clips, b 2, a and c 1: d to part 0, b to part 1, a (3 against 2) to 1, c (3, 3) to 0.
    List<Subject> subjects =
        Stream.of("a", "b", "d", "b", "c", "d", "d").map(this::subject).toList();
    assertThat(InnerFolds.of(subjects, 2)).containsExactly(1, 1, 0, 1, 0, 0, 0);
  }

  @Test
  void thereAreNotMorePartsThanSubjects() {
    List<Subject> subjects = Stream.of("a", "b", "a").map(this::subject).toList();
    assertThat(InnerFolds.of(subjects, 5)).containsExactly(0, 1, 0);
    assertThat(InnerFolds.of(subjects.subList(0, 1), 5)).containsExactly(0);
  }

  @Property(tries = 200)
  void noSubjectIsInTwoPartsAndNoPartIsEmpty(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 12) Integer> numbers,
      @ForAll @IntRange(min = 2, max = 8) int parts) {
    List<Subject> subjects = numbers.stream().map(n -> subject("s" + n)).toList();
    int[] part = InnerFolds.of(subjects, parts);
    Map<Subject, Integer> seen = new HashMap<>();
    for (int n = 0; n < part.length; n++) {
      Integer before = seen.put(subjects.get(n), part[n]);
      assertThat(before == null || before == part[n]).isTrue();
    }
    assertThat(seen.values()).contains(0, Math.min(parts, seen.size()) - 1);
    assertThat(Map.copyOf(seen).values().stream().distinct().count())
        .isEqualTo(Math.min(parts, seen.size()));
  }

  private Subject subject(String id) {
    return new Subject("smic", id);
  }
}
