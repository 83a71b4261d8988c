package org.macro2micro.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.clip.LabelledClip;

class RosterTest {
  private static final ClipId FIRST_LEFT_OUT = ClipId.of("casme2", "sub04", "EP12_01f");
  private static final ClipId SECOND_LEFT_OUT = ClipId.of("casme2", "sub05", "EP09_05f");

  @Test
  void likeCasmeTwoHasTheOfficialCounts() {
    List<CastClip> clips = Roster.of(LabSettings.likeCasme2(1));
    assertThat(clips).hasSize(255);
    assertThat(clips.stream().map(CastClip::subject).distinct()).hasSize(26);
    assertThat(countByEmotion(clips))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Emotion.OTHER, 99L,
                Emotion.DISGUST, 63L,
                Emotion.HAPPINESS, 32L,
                Emotion.REPRESSION, 27L,
                Emotion.SURPRISE, 25L,
                Emotion.SADNESS, 7L,
                Emotion.FEAR, 2L));
    List<Integer> lengths = clips.stream().map(CastClip::frames).sorted().toList();
    assertThat(List.of(lengths.get(0), lengths.get(127), lengths.get(254)))
        .containsExactly(24, 61, 141);
    assertThat(clips.stream().map(c -> c.subject() + "/" + c.name()).distinct()).hasSize(255);
  }

  @Test
  void theCompositeTaskKeeps145ClipsOf24SubjectsWhateverTheSeed() {
    LabelScheme cde =
        new LabelScheme(
            "cde",
            List.of("negative", "positive", "surprise"),
            Map.of(
                Emotion.HAPPINESS, "positive",
                Emotion.SURPRISE, "surprise",
                Emotion.DISGUST, "negative",
                Emotion.REPRESSION, "negative"),
            Map.of(),
            Set.of(FIRST_LEFT_OUT, SECOND_LEFT_OUT),
            Map.of());
    for (long seed = 0; seed < 5; seed++) {
      List<LabelledClip> clips =
          Roster.of(LabSettings.likeCasme2(seed)).stream().map(RosterTest::labelled).toList();
      List<LabelledClip> kept =
          clips.stream().filter(clip -> cde.labelOf(clip).isPresent()).toList();
      assertThat(
              kept.stream()
                  .collect(
                      Collectors.groupingBy(
                          c -> cde.labelOf(c).orElseThrow(), Collectors.counting())))
          .isEqualTo(Map.of("negative", 88L, "positive", 32L, "surprise", 25L));
      assertThat(kept.stream().map(c -> c.id().subject()).distinct()).hasSize(24);
      assertThat(clips)
          .filteredOn(c -> c.id().equals(FIRST_LEFT_OUT) || c.id().equals(SECOND_LEFT_OUT))
          .hasSize(2)
          .allSatisfy(c -> assertThat(c.emotion()).isEqualTo(Emotion.DISGUST));
    }
  }

  @Test
  void likeCkPlusHasTheOfficialCounts() {
    List<CastClip> clips = Roster.of(LabSettings.likeCkPlus(1));
    assertThat(clips).hasSize(593);
    assertThat(clips.stream().map(CastClip::subject).distinct()).hasSize(123);
    assertThat(clips.stream().filter(c -> c.emotion().isPresent())).hasSize(327);
    assertThat(countByEmotion(clips))
        .containsEntry(Emotion.SURPRISE, 83L)
        .containsEntry(Emotion.CONTEMPT, 18L);
  }

  @Test
  void smallDatabasesAreDealtEvenly() {
    LabSettings settings =
        LabSettings.casme2(8, 9, 5, 64, 1)
            .withClips(
                ClipCounts.even(List.of(Emotion.HAPPINESS, Emotion.DISGUST, Emotion.SURPRISE), 72));
    Map<String, List<CastClip>> bySubject =
        Roster.of(settings).stream().collect(Collectors.groupingBy(CastClip::subject));
    assertThat(bySubject).hasSize(8);
    assertThat(bySubject.values())
        .allSatisfy(
            own ->
                assertThat(countByEmotion(own))
                    .isEqualTo(
                        Map.of(Emotion.HAPPINESS, 3L, Emotion.DISGUST, 3L, Emotion.SURPRISE, 3L)));
  }

  private static Map<Emotion, Long> countByEmotion(List<CastClip> clips) {
    return clips.stream()
        .map(CastClip::emotion)
        .flatMap(Optional::stream)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static LabelledClip labelled(CastClip clip) {
    Frames frames =
        new Frames(Frames.Content.FACE, Collections.nCopies(clip.frames(), Path.of("x.jpg")));
    ClipId id = ClipId.of("casme2", clip.subject(), clip.name());
    return new LabelledClip(
        new Clip(id, frames, 0, OptionalInt.empty(), clip.frames() - 1),
        clip.emotion().orElseThrow());
  }
}
