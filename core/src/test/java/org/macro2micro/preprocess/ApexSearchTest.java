package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Frames;
import org.macro2micro.preprocess.PreprocessSettings.MissingApex;

/** A mouth that opens and shuts in a textured square; the head shifts all the while. */
class ApexSearchTest {
  private static final int SIDE = 128;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1", "4", "6"})
  void theFrameFurthestFromTheOnsetIsFound(int apex) throws Exception {
    Clip clip = mouth(apex, 9);
    assertThat(ApexSearch.located(clip, spot()).apex()).hasValue(apex);
  }

  @Test
  void onlyOnsetToOffsetIsSearched() throws Exception {
    Clip clip = mouth(5, 9);
    Clip rise = new Clip(clip.id(), clip.frames(), 0, OptionalInt.empty(), 3);
    assertThat(ApexSearch.located(rise, spot()).apex()).hasValue(3);
  }

  @Test
  void anAnnotatedApexStays() throws Exception {
    Clip clip = mouth(4, 6);
    Clip annotated = new Clip(clip.id(), clip.frames(), 0, OptionalInt.of(1), 5);
    assertThat(ApexSearch.located(annotated, spot()).apex()).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({"3,3,3", "3,4,3", "3,5,4", "0,9,4"})
  void theMiddleIsTheEarlierOfTwo(int onset, int offset, int apex) throws Exception {
    Clip clip = new Clip(Pictures.ID, unread(10), onset, OptionalInt.empty(), offset);
    assertThat(ApexSearch.located(clip, Pictures.linear(2)).apex()).hasValue(apex);
  }

  @Test
  void theSpottedFrameIsTheApexOfThePixels() throws Exception {
    Clip clip = mouth(6, 9);
    Clip annotated = new Clip(clip.id(), clip.frames(), 0, OptionalInt.of(6), 8);
    assertThat(new ClipPreparation(spot()).prepare(clip).pixels())
        .isEqualTo(new ClipPreparation(spot()).prepare(annotated).pixels());
    assertThat(new ClipPreparation(spot()).used(clip)).hasSize(9);
    assertThat(new ClipPreparation(spot()).used(annotated)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "2, 40", "300, 2"})
  void picturesOfAnySizeHaveSomeApex(int width, int height) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Path file = folder.resolve(i + ".png");
      files.add(Pictures.write(file, width, height, Pictures.grey(40 * i)));
    }
    Clip clip =
        new Clip(Pictures.ID, new Frames(Frames.Content.FACE, files), 0, OptionalInt.empty(), 2);
    assertThat(ApexSearch.located(clip, spot()).apex().orElseThrow()).isBetween(0, 2);
  }

  @Test
  void longClipsAreLookedAtInSteps() {
    Clip clip = new Clip(Pictures.ID, unread(2000), 7, OptionalInt.empty(), 1999);
    assertThat(ApexSearch.lookedAt(clip)).hasSizeLessThanOrEqualTo(512).contains(7, 11, 1999);
  }

  private Clip mouth(int apex, int count) throws Exception {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double open = i <= apex ? (double) i / apex : 1 - .2 * (i - apex);
      double shift = .4 * i;
      IntBinaryOperator head = Pictures.texture(shift, -shift);
      IntBinaryOperator lips = Pictures.texture(shift, -shift + 3 * open);
      files.add(
          Pictures.write(
              folder.resolve("m" + i + ".png"),
              SIDE,
              SIDE,
              (x, y) -> (x > 45 && x < 83 && y > 85 && y < 105 ? lips : head).applyAsInt(x, y)));
    }
    Frames frames = new Frames(Frames.Content.FACE, files);
    return new Clip(Pictures.ID, frames, 0, OptionalInt.empty(), count - 1);
  }

  private Frames unread(int count) {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(folder.resolve("unread" + i));
    }
    return new Frames(Frames.Content.FACE, files);
  }

  private static PreprocessSettings spot() {
    return Pictures.with(Pictures.linear(3), Align.NONE, null, MissingApex.SPOT, 1);
  }
}
