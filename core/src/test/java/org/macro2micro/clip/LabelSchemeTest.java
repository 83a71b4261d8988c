package org.macro2micro.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelSchemeTest {
  private static final LabelScheme SCHEME =
      new LabelScheme(
          "two",
          List.of("good", "bad"),
          Map.of(Emotion.HAPPINESS, "good", Emotion.FEAR, "bad", Emotion.DISGUST, "bad"),
          Map.of("strict", Set.of(Emotion.DISGUST)),
          Set.of(ClipId.of("db", "s1", "skip")),
          Map.of(Emotion.HAPPINESS, "good"));

  @Test
  void mapsEmotionsLeavesOutNamedClipsAndRestrictsDatabases() {
    Corpus corpus =
        new Corpus(
            List.of(
                clip("db", "a", Emotion.HAPPINESS),
                clip("db", "b", Emotion.FEAR),
                clip("db", "c", Emotion.OTHER),
                clip("db", "skip", Emotion.HAPPINESS),
                clip("strict", "a", Emotion.FEAR),
                clip("strict", "b", Emotion.DISGUST)));
    assertThat(SCHEME.truth(corpus))
        .containsExactly(
            Map.entry(ClipId.of("db", "s1", "a"), "good"),
            Map.entry(ClipId.of("db", "s1", "b"), "bad"),
            Map.entry(ClipId.of("strict", "s1", "b"), "bad"));
  }

  @Test
  void macroEmotionsHaveACounterpartOnlyWhereNamed() {
    assertThat(SCHEME.macroCounterpart(Emotion.HAPPINESS)).contains("good");
    assertThat(SCHEME.macroCounterpart(Emotion.FEAR)).isEmpty();
  }

  @Test
  void classNumbersFollowTheOrderOfLabels() {
    assertThat(SCHEME.indexOf("bad")).isEqualTo(1);
    assertThatThrownBy(() -> SCHEME.indexOf("ugly")).hasMessageContaining("ugly");
  }

  @Test
  void aClassOutsideTheLabelsIsRefused() {
    assertThatThrownBy(
            () ->
                new LabelScheme(
                    "x", List.of("a"), Map.of(Emotion.FEAR, "b"), Map.of(), Set.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"b\"");
  }

  static LabelledClip clip(String database, String name, Emotion emotion) {
    Frames frames = new Frames(Frames.Content.FACE, List.of(Path.of("1.png"), Path.of("2.png")));
    return new LabelledClip(
        new Clip(ClipId.of(database, "s1", name), frames, 0, OptionalInt.of(1), 1), emotion);
  }
}
