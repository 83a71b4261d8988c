package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.Annotation;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.clip.Subject;

class InventoryCountsTest {
  private static final Inventory INVENTORY =
      new Inventory(
          "db",
          Path.of("folder"),
          new Corpus(
              List.of(
                  clip("s1", "a", Emotion.SURPRISE, "R1+12 or 14+4?"),
                  clip("s1", "b", Emotion.FEAR, ""),
                  clip("s2", "a", Emotion.SURPRISE, "1+L1+12+x"))),
          List.of(new Problem("db/s3/a", "gone", Problem.Action.LEFT_OUT)));

  private static final LabelScheme SCHEME =
      new LabelScheme(
          "one",
          List.of("none", "surprised"),
          Map.of(Emotion.SURPRISE, "surprised"),
          Map.of(),
          Set.of(ClipId.of("db", "s2", "a")),
          Map.of());

  @Test
  void countsBySubjectLabelAndScheme() {
    InventoryCounts counts = InventoryCounts.of(INVENTORY, SCHEME);
    assertThat(counts.clips()).isEqualTo(3);
    assertThat(counts.subjects()).isEqualTo(2);
    assertThat(counts.labels()).containsExactly(Map.entry("fear", 1), Map.entry("surprise", 2));
    assertThat(counts.scheme().clips()).isEqualTo(1);
    assertThat(counts.scheme().subjects()).isEqualTo(1);
    assertThat(counts.scheme().labels())
        .containsExactly(Map.entry("none", 0), Map.entry("surprised", 1));
    assertThat(InventoryCounts.clipsBySubject(INVENTORY))
        .containsExactly(
            Map.entry(new Subject("db", "s1"), 2), Map.entry(new Subject("db", "s2"), 1));
  }

  @Test
  void eachClipCountsOnceForAUnitHoweverOftenItIsNamed() {
    UnitCounts units = InventoryCounts.of(INVENTORY, null).units();
    assertThat(units.coded()).isEqualTo(2);
    assertThat(units.incomplete()).isEqualTo(1);
    assertThat(units.shown()).containsExactly(Map.entry(1, 2), Map.entry(12, 1));
    assertThat(units.doubtful()).containsExactly(Map.entry(4, 1));
    assertThat(units.alternatives()).containsExactly(Map.entry(12, 1), Map.entry(14, 1));
    assertThat(units.numbers()).containsExactly(1, 4, 12, 14);
  }

  @Test
  void jacksonWritesTheKeysOfTheCommandLine() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.writeValueAsString(InventoryCounts.of(INVENTORY, SCHEME)))
        .isEqualTo(
            "{\"database\":\"db\",\"clips\":3,\"subjects\":2,\"labels\":{\"fear\":1,\"surprise\":2},"
                + "\"scheme\":{\"name\":\"one\",\"clips\":1,\"subjects\":1,"
                + "\"labels\":{\"none\":0,\"surprised\":1}},"
                + "\"units\":{\"coded\":2,\"incomplete\":1,\"shown\":{\"1\":2,\"12\":1},"
                + "\"doubtful\":{\"4\":1},\"alternatives\":{\"12\":1,\"14\":1}},"
                + "\"problems\":[{\"clip\":\"db/s3/a\",\"problem\":\"gone\",\"action\":\"LEFT_OUT\"}]}");
    assertThat(mapper.writeValueAsString(InventoryCounts.of(INVENTORY, null)))
        .contains("\"scheme\":null");
  }

  private static LabelledClip clip(String subject, String name, Emotion emotion, String units) {
    Frames frames = new Frames(Frames.Content.FACE, List.of(Path.of("1.png")));
    return new LabelledClip(
        new Clip(ClipId.of("db", subject, name), frames, 0, OptionalInt.empty(), 0),
        new Annotation(emotion, UnitText.of(units).coding()));
  }
}
