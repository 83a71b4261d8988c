package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.FaceEvent;

class VideoTruthTest {
  private static final String HEAD = "video,onset,apex,offset,kind,label\n";

  @TempDir Path folder;

  @Test
  void eventsAreReadByVideo() throws Exception {
    Path file = table(HEAD + "a.avi,3,5,9,micro,happiness\na.avi,20,21,25,Blink,\n");
    assertThat(VideoTruth.read(file))
        .containsOnlyKeys(folder.resolve("a.avi"))
        .containsValue(
            List.of(
                new FaceEvent(3, 5, 9, FaceEvent.Kind.MICRO, "happiness"),
                new FaceEvent(20, 21, 25, FaceEvent.Kind.BLINK, "")));
  }

  @Test
  void aRowWithAVideoAloneSaysThatNothingHappensInIt() throws Exception {
    Path file = table(HEAD + "a.avi,,,,,\n");
    assertThat(VideoTruth.read(file))
        .containsExactly(Map.entry(folder.resolve("a.avi"), List.of()));
  }

  @Test
  void videosMayLieElsewhere() throws Exception {
    Path file = table("\uFEFF" + HEAD + "b.avi,3,5,9,micro,\nc.avi,,,,,\n");
    assertThat(VideoTruth.byName(file))
        .containsExactly(
            Map.entry("b.avi", List.of(new FaceEvent(3, 5, 9, FaceEvent.Kind.MICRO, ""))),
            Map.entry("c.avi", List.of()));
  }

  @Test
  void suchATableIsKnownByItsHead() {
    assertThat(VideoTruth.knows(HEAD)).isTrue();
    assertThat(VideoTruth.knows("video, onset,apex,offset,kind,label")).isTrue();
    assertThat(VideoTruth.knows("video,onset_s,apex_s,offset_s,kind,label,score")).isFalse();
    assertThat(VideoTruth.knows("")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b.avi,3,5,9,micro,x | b.avi",
        "a.avi,3,5,9,wink,x | wink",
        "a.avi,3,,,, | kind",
        "a.avi,5,3,9,micro,x | 5, 3, 9",
        "a.avi,3,five,9,micro,x | five"
      })
  void aWrongRowIsNamed(String row, String found) throws Exception {
    Path file = table(HEAD + row + "\n");
    assertThatThrownBy(() -> VideoTruth.read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("row 2")
        .hasMessageContaining(found);
  }

  @Test
  void anotherTableIsRefused() throws Exception {
    for (String text : List.of("", HEAD, "video,onset\na.avi,3\n")) {
      Path file = table(text);
      assertThatThrownBy(() -> VideoTruth.read(file))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("video,onset,apex,offset,kind,label");
    }
  }

  private Path table(String text) throws Exception {
    Files.writeString(folder.resolve("a.avi"), "");
    return Files.writeString(folder.resolve("truth.csv"), text);
  }
}
