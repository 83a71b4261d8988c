package org.macro2micro.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.clip.LabelledClip;

class LabelSchemesTest {
  /** The emotions of the distributed sheets, as counted in docs on the databases. */
  private static final Map<Emotion, Integer> CASME2 =
      Map.of(
          Emotion.OTHER, 99,
          Emotion.DISGUST, 63,
          Emotion.HAPPINESS, 32,
          Emotion.REPRESSION, 27,
          Emotion.SURPRISE, 25,
          Emotion.SADNESS, 7,
          Emotion.FEAR, 2);

  private static final Map<Emotion, Integer> SAMM =
      Map.of(
          Emotion.ANGER, 57,
          Emotion.OTHER, 26,
          Emotion.HAPPINESS, 26,
          Emotion.SURPRISE, 15,
          Emotion.CONTEMPT, 12,
          Emotion.DISGUST, 9,
          Emotion.FEAR, 8,
          Emotion.SADNESS, 6);

  private static final Map<Emotion, Integer> SMIC =
      Map.of(Emotion.NEGATIVE, 70, Emotion.POSITIVE, 51, Emotion.SURPRISE, 43);

  private static final LabelScheme CDE = LabelSchemes.CDE.scheme();

  @Test
  void theCompositeTaskHasItsOfficialCounts() {
    // The two clips left out by name are disgust, as 63 in the sheet and 61 in the task tell.
    List<LabelledClip> casme = new ArrayList<>(clips("casme2", CASME2));
    casme.removeIf(c -> c.emotion() == Emotion.DISGUST && c.id().name().matches("c[01]"));
    casme.add(clip(ClipId.of("casme2", "sub04", "EP12_01f"), Emotion.DISGUST));
    casme.add(clip(ClipId.of("casme2", "sub05", "EP09_05f"), Emotion.DISGUST));
    Map<String, Long> counts = count(CDE, new Corpus(casme));
    assertThat(counts).isEqualTo(Map.of("negative", 88L, "positive", 32L, "surprise", 25L));
    assertThat(count(CDE, corpus("smic", SMIC)))
        .isEqualTo(Map.of("negative", 70L, "positive", 51L, "surprise", 43L));
    assertThat(count(CDE, corpus("samm", SAMM)))
        .isEqualTo(Map.of("negative", 92L, "positive", 26L, "surprise", 15L));
  }

  @Test
  void casmeTwoGivesNoSadnessAndNoFearButOtherDatabasesDo() {
    assertThat(CDE.labelOf(clip(ClipId.of("casme2", "sub01", "a"), Emotion.SADNESS))).isEmpty();
    assertThat(CDE.labelOf(clip(ClipId.of("casme2", "sub01", "a"), Emotion.FEAR))).isEmpty();
    assertThat(CDE.labelOf(clip(ClipId.of("samm", "006", "a"), Emotion.FEAR))).contains("negative");
    assertThat(CDE.labelOf(clip(ClipId.of("samm", "006", "a"), Emotion.OTHER))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"casme2", "smic", "samm"})
  void flowImagesOfAnyDatabaseMapOneToOne(String database) {
    assertThat(count(CDE, corpus(database, SMIC)))
        .isEqualTo(Map.of("negative", 70L, "positive", 51L, "surprise", 43L));
  }

  @ParameterizedTest
  @CsvSource({
    "HAPPINESS, positive", "SURPRISE, surprise", "ANGER, negative", "CONTEMPT, negative",
    "DISGUST, negative", "FEAR, negative", "SADNESS, negative", "OTHER,"
  })
  void fullExpressionsHaveCoarseCounterparts(Emotion emotion, String expected) {
    assertThat(CDE.macroCounterpart(emotion).orElse(null)).isEqualTo(expected);
    assertThat(LabelSchemes.SMIC_3.scheme().macroCounterpart(emotion).orElse(null))
        .isEqualTo(expected);
  }

  @Test
  void theSingleDatabaseTasksHaveTheirCounts() {
    Map<String, Long> casme = count(LabelSchemes.CASME2_5.scheme(), corpus("casme2", CASME2));
    assertThat(casme)
        .isEqualTo(
            Map.of(
                "happiness",
                32L,
                "disgust",
                63L,
                "repression",
                27L,
                "surprise",
                25L,
                "other",
                99L));
    Map<String, Long> samm = count(LabelSchemes.SAMM_5.scheme(), corpus("samm", SAMM));
    assertThat(samm)
        .isEqualTo(
            Map.of("anger", 57L, "contempt", 12L, "happiness", 26L, "surprise", 15L, "other", 26L));
    Map<String, Long> smic = count(LabelSchemes.SMIC_3.scheme(), corpus("smic", SMIC));
    assertThat(smic).isEqualTo(Map.of("negative", 70L, "positive", 51L, "surprise", 43L));
  }

  @Test
  void fullExpressionsHaveCounterpartsOfTheirOwnNameInTheFiveClasses() {
    LabelScheme casme = LabelSchemes.CASME2_5.scheme();
    assertThat(casme.macroCounterpart(Emotion.DISGUST)).contains("disgust");
    assertThat(casme.macroCounterpart(Emotion.ANGER)).isEmpty();
    assertThat(LabelSchemes.SAMM_5.scheme().macroCounterpart(Emotion.ANGER)).contains("anger");
    assertThat(LabelSchemes.SAMM_5.scheme().macroCounterpart(Emotion.FEAR)).isEmpty();
  }

  @Test
  void classNumbersOfTheCompositeTaskAreStstNets() {
    assertThat(CDE.labels()).containsExactly("negative", "positive", "surprise");
  }

  @Test
  void rawIsWhatTheCorpusHolds() {
    LabelScheme raw =
        LabelSchemes.byName("raw", corpus("ckplus", Map.of(Emotion.SURPRISE, 1, Emotion.ANGER, 2)));
    assertThat(raw.name()).isEqualTo("raw");
    assertThat(raw.labels()).containsExactly("anger", "surprise");
    assertThat(raw.macroCounterpart(Emotion.ANGER)).contains("anger");
    assertThat(raw.macroCounterpart(Emotion.FEAR)).isEmpty();
    assertThat(LabelSchemes.raw(new Corpus(List.of())).labels()).isEmpty();
  }

  @Test
  void schemesAreFoundByName() {
    assertThat(LabelSchemes.names()).containsExactly("cde", "casme2-5", "samm-5", "smic-3", "raw");
    for (LabelSchemes scheme : LabelSchemes.values()) {
      assertThat(LabelSchemes.byName(scheme.scheme().name(), new Corpus(List.of())))
          .isEqualTo(scheme.scheme());
    }
    assertThatThrownBy(() -> LabelSchemes.byName("cdf", new Corpus(List.of())))
        .hasMessageContaining("\"cdf\"")
        .hasMessageContaining("[cde, casme2-5, samm-5, smic-3, raw]");
  }

  private static Map<String, Long> count(LabelScheme scheme, Corpus corpus) {
    return scheme.truth(corpus).values().stream()
        .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
  }

  private static Corpus corpus(String database, Map<Emotion, Integer> counts) {
    return new Corpus(clips(database, counts));
  }

  private static List<LabelledClip> clips(String database, Map<Emotion, Integer> counts) {
    List<LabelledClip> clips = new ArrayList<>();
    for (Emotion emotion : Arrays.asList(Emotion.values())) {
      for (int i = 0; i < counts.getOrDefault(emotion, 0); i++) {
        clips.add(clip(ClipId.of(database, emotion.word(), "c" + i), emotion));
      }
    }
    return clips;
  }

  private static LabelledClip clip(ClipId id, Emotion emotion) {
    Frames frames = new Frames(Frames.Content.FACE, List.of(Path.of("1.png")));
    return new LabelledClip(new Clip(id, frames, 0, OptionalInt.of(0), 0), emotion);
  }
}
