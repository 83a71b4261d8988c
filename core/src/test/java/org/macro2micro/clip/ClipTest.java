package org.macro2micro.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ClipTest {
  private static final ClipId ID = ClipId.of("casme2", "sub01", "EP02_01f");

  @Test
  void idsReadWhatTheyWrite() {
    assertThat(ID).hasToString("casme2/sub01/EP02_01f");
    assertThat(ClipId.parse(ID.toString())).isEqualTo(ID);
    assertThatThrownBy(() -> ClipId.parse("a/b")).hasMessageContaining("database/subject/clip");
    assertThatThrownBy(() -> ClipId.of("casme2", " ", "x")).hasMessageContaining("subject");
    assertThatThrownBy(() -> ClipId.of("a/b", "s", "x")).hasMessageContaining("slash");
  }

  @Test
  void subjectsOfTwoDatabasesAreTwoPeople() {
    assertThat(new Subject("casme2", "sub01")).isNotEqualTo(new Subject("samm", "sub01"));
    assertThat(new Subject("a", "2")).isLessThan(new Subject("b", "1"));
    assertThat(ClipId.of("a", "1", "x")).isLessThan(ClipId.of("a", "1", "y"));
  }

  @Test
  void apexLiesBetweenOnsetAndOffset() {
    assertThat(new Clip(ID, frames(4), 1, OptionalInt.of(2), 3).apex()).hasValue(2);
    assertThat(new Clip(ID, frames(4), 1, OptionalInt.empty(), 3).apex()).isEmpty();
    assertThatThrownBy(() -> new Clip(ID, frames(4), 2, OptionalInt.of(1), 3))
        .hasMessageContaining("onset 2, apex 1");
    assertThatThrownBy(() -> new Clip(ID, frames(4), 0, OptionalInt.empty(), 4))
        .hasMessageContaining("offset 4 of 4 frames");
    assertThatThrownBy(() -> new Clip(ID, frames(4), -1, OptionalInt.empty(), 3))
        .hasMessageContaining("onset -1");
  }

  @Test
  void flowIsARiseAndPerhapsAFallAndFramesAreAtLeastOne() {
    assertThat(frames(3).count()).isEqualTo(3);
    Path image = Path.of("a.png");
    assertThat(new Frames(Frames.Content.FLOW, List.of(image)).count()).isEqualTo(1);
    assertThat(new Frames(Frames.Content.FLOW, List.of(image, image)).count()).isEqualTo(2);
    assertThatThrownBy(() -> new Frames(Frames.Content.FLOW, Collections.nCopies(3, image)))
        .hasMessageContaining("expected 1 or 2");
    assertThatThrownBy(() -> new Frames(Frames.Content.FACE, List.of()))
        .hasMessageContaining("at least 1");
  }

  @Test
  void aCorpusIsSortedAndHoldsEachIdOnce() {
    LabelledClip a = LabelSchemeTest.clip("db", "a", Emotion.FEAR);
    LabelledClip b = LabelSchemeTest.clip("db", "b", Emotion.FEAR);
    Corpus corpus = Corpus.union(List.of(new Corpus(List.of(b)), new Corpus(List.of(a))));
    assertThat(corpus.clips()).containsExactly(a, b);
    assertThat(corpus.subjects()).containsExactly(new Subject("db", "s1"));
    assertThatThrownBy(() -> new Corpus(List.of(a, a)))
        .hasMessageContaining("db/s1/a occurs twice");
  }

  @Test
  void emotionWordsDifferInCaseSpaceAndForm() {
    assertThat(Emotion.parse(" Happiness\u00a0")).contains(Emotion.HAPPINESS);
    assertThat(Emotion.parse("others")).contains(Emotion.OTHER);
    assertThat(Emotion.parse("Other")).contains(Emotion.OTHER);
    assertThat(Emotion.parse("happy")).contains(Emotion.HAPPINESS);
    assertThat(Emotion.parse("joyful")).isEmpty();
    assertThat(Emotion.SURPRISE.word()).isEqualTo("surprise");
  }

  private static Frames frames(int count) {
    return new Frames(Frames.Content.FACE, Collections.nCopies(count, Path.of("x.png")));
  }
}
