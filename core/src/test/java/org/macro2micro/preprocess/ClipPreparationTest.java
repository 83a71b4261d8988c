package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Frames;
import org.macro2micro.preprocess.PreprocessSettings.MissingApex;
import org.macro2micro.preprocess.PreprocessSettings.MissingFall;

class ClipPreparationTest {
  @TempDir Path folder;

  @Test
  void linearFramesAreWorkedByHand() throws Exception {
    // Apex 2 of 0..4 in seven: 0 2/3 4/3 2 8/3 10/3 4.
    Clip clip = Pictures.clip(Pictures.greys(folder, 0, 30, 120, 90, 60), 2);
    PreparedClip prepared = prepare(Pictures.linear(7), clip);
    assertThat(prepared.apex()).isEqualTo(3);
    float[] expected = {0, 20, 60, 120, 100, 80, 60};
    for (int t = 0; t < 7; t++) {
      assertThat(255 * Pictures.brightness(prepared)[t]).isCloseTo(expected[t], within(1e-3f));
    }
    assertThat(prepared.pixels()).hasSize(7 * 3 * 16 * 16);
    assertThat(prepared.id()).isEqualTo(Pictures.ID);
  }

  @Test
  void onsetAndOffsetBoundTheClip() throws Exception {
    List<Path> files = Pictures.greys(folder, 250, 10, 20, 30, 250);
    Frames frames = new Frames(Frames.Content.FACE, files);
    Clip clip = new Clip(Pictures.ID, frames, 1, OptionalInt.of(2), 3);
    assertBrightness(prepare(Pictures.linear(3), clip), 10, 20, 30);
  }

  @Test
  void clipWithoutApexHasItInTheMiddle() throws Exception {
    Frames frames = new Frames(Frames.Content.FACE, Pictures.greys(folder, 1, 2, 3, 4, 5));
    Clip clip = new Clip(Pictures.ID, frames, 0, OptionalInt.empty(), 4);
    PreparedClip prepared = prepare(Pictures.linear(1), clip);
    assertBrightness(prepared, 3);
  }

  @ParameterizedTest
  @EnumSource
  void asManyFramesAsTheClipHasAreItsFrames(Interpolation interpolation) throws Exception {
    Clip clip = Pictures.clip(Pictures.greys(folder, 7, 90, 200, 130, 40), 2);
    PreparedClip prepared = prepare(Pictures.settings(Input.FRAME, 5, interpolation), clip);
    assertBrightness(prepared, 7, 90, 200, 130, 40);
  }

  @Test
  void timStaysWithinTheRangeOfImages() throws Exception {
    Clip clip = Pictures.clip(Pictures.greys(folder, 0, 255, 0, 255), 3);
    float[] values =
        Pictures.brightness(prepare(Pictures.settings(Input.FRAME, 13, Interpolation.TIM), clip));
    for (float value : values) {
      assertThat(value).isBetween(0f, 1f);
    }
    // Nor is it the straight line: a quarter of the way it is above 255/4.
    assertThat(values[1]).isNotCloseTo(.25f, within(.01f));
  }

  @Test
  void differencesAreToTheOnset() throws Exception {
    Clip clip = Pictures.clip(Pictures.greys(folder, 102, 153, 51), 1);
    PreparedClip prepared =
        prepare(Pictures.settings(Input.ONSET_DIFFERENCE, 3, Interpolation.LINEAR), clip);
    assertThat(Pictures.brightness(prepared))
        .containsExactly(new float[] {0, .2f, -.2f}, within(1e-6f));
  }

  @Test
  void singleFrameClipIsThatFrame() throws Exception {
    Clip clip = Pictures.clip(Pictures.greys(folder, 51), 0);
    assertBrightness(prepare(Pictures.linear(4), clip), 51, 51, 51, 51);
  }

  @Test
  void onlyNeighboursAreDecoded() throws Exception {
    List<Path> files = Pictures.greys(folder, IntStream.range(0, 9).toArray());
    Clip clip = Pictures.clip(files, 4);
    for (int unused : new int[] {1, 2, 3, 5, 6, 7}) {
      Files.delete(files.get(unused));
    }
    ClipPreparation preparation = new ClipPreparation(Pictures.linear(3));
    assertBrightness(preparation.prepare(clip), 0, 4, 8);
    assertThat(preparation.used(clip)).containsExactly(files.get(0), files.get(4), files.get(8));
    assertThat(preparation.key(clip)).hasSize(64);
    // One frame is the apex; a difference needs the onset too.
    assertThat(new ClipPreparation(Pictures.linear(1)).used(clip)).containsExactly(files.get(4));
    assertThat(
            new ClipPreparation(Pictures.settings(Input.ONSET_DIFFERENCE, 1, Interpolation.LINEAR))
                .used(clip))
        .containsExactly(files.get(0), files.get(4));
    assertThat(new ClipPreparation(Pictures.flow()).used(clip)).hasSize(3);
    assertThat(new ClipPreparation(Pictures.settings(Input.FRAME, 6, Interpolation.TIM)).used(clip))
        .hasSize(9);
  }

  @Test
  void flowOfFacesIsRiseAndFall() throws Exception {
    // The left half stands still; the right half moves to the right and back by less.
    List<Path> files = new ArrayList<>();
    double[] way = {0, 2, 1};
    for (int i = 0; i < 3; i++) {
      double right = way[i];
      files.add(
          Pictures.write(
              folder.resolve("img" + i + ".png"),
              64,
              64,
              (x, y) -> Pictures.texture(x < 32 ? 0 : right, 0).applyAsInt(x, y)));
    }
    PreparedClip prepared = prepare(Pictures.flow(), Pictures.clip(files, 1));
    assertThat(prepared.frames()).isEqualTo(2);
    assertThat(prepared.apex()).isZero();
    int left = 8 * 16 + 3;
    int right = 8 * 16 + 12;
    float[] pixels = prepared.pixels();
    assertThat(pixels[right] - pixels[left]).as("u of the rise").isGreaterThan(.3f);
    int fall = prepared.frameLength();
    assertThat(pixels[fall + right] - pixels[fall + left]).as("u of the fall").isLessThan(-.3f);
  }

  @Test
  void missingFallIsTheWayBackOrNone() throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      double scale = 1 + .06 * i;
      files.add(
          Pictures.write(
              folder.resolve("img" + i + ".png"),
              64,
              64,
              (x, y) ->
                  Pictures.texture(0, 0)
                      .applyAsInt((int) Math.round(x / scale), (int) Math.round(y / scale))));
    }
    Clip clip = Pictures.clip(files, 1);
    PreparedClip back = prepare(Pictures.flow(), clip);
    Clip there = Pictures.clip(List.of(files.get(1), files.get(0)), 1);
    int frame = back.frameLength();
    assertThat(Arrays.copyOfRange(back.pixels(), frame, 2 * frame))
        .isEqualTo(Arrays.copyOf(prepare(Pictures.flow(), there).pixels(), frame));
    PreprocessSettings none =
        new PreprocessSettings(
            16,
            2,
            Input.FLOW,
            Interpolation.LINEAR,
            1,
            false,
            MissingApex.MIDDLE,
            MissingFall.NONE,
            64,
            Align.NONE,
            null,
            1,
            null);
    float[] still = prepare(none, clip).pixels();
    assertThat(Arrays.copyOfRange(still, frame, frame + 512)).containsOnly(.5f);
    assertThat(Arrays.copyOfRange(still, frame + 512, 2 * frame)).containsOnly(0);
  }

  @Test
  void flowFilesAreTakenAsTheyAre() throws Exception {
    Path rise = Pictures.write(folder.resolve("rise.png"), 28, 28, (x, y) -> 0x336699);
    Path fall = Pictures.write(folder.resolve("fall.png"), 28, 28, (x, y) -> 0x00FF66);
    PreparedClip prepared = prepare(Pictures.flow(), Pictures.flowClip(List.of(rise, fall)));
    assertThat(prepared.frames()).isEqualTo(2);
    assertThat(prepared.apex()).isZero();
    float[] expected = {.2f, .4f, .6f, 0, 1, .4f};
    for (int plane = 0; plane < 6; plane++) {
      assertThat(prepared.pixels()[plane * 256]).isEqualTo(expected[plane]);
    }
  }

  @Test
  void singleFlowImageStandsForRiseAndFall() throws Exception {
    Path rise = Pictures.write(folder.resolve("rise.png"), 28, 28, (x, y) -> 0x336699);
    PreparedClip prepared = prepare(Pictures.flow(), Pictures.flowClip(List.of(rise)));
    assertThat(prepared.frames()).isEqualTo(2);
    int frame = prepared.frameLength();
    assertThat(Arrays.copyOfRange(prepared.pixels(), frame, 2 * frame))
        .isEqualTo(Arrays.copyOf(prepared.pixels(), frame));
  }

  @Test
  void flowFilesWhereFacesAreAskedForSayTheCure() throws Exception {
    Path rise = Pictures.write(folder.resolve("rise.png"), 28, 28, (x, y) -> 0x336699);
    Clip clip = Pictures.flowClip(List.of(rise));
    for (Input input : new Input[] {Input.FRAME, Input.ONSET_DIFFERENCE}) {
      PreprocessSettings settings = Pictures.settings(input, 4, Interpolation.LINEAR);
      assertThatThrownBy(() -> prepare(settings, clip))
          .isInstanceOf(PreparationException.class)
          .hasMessageContainingAll(
              rise.toString(), "preprocess.input=" + input.word(), "set preprocess.input=flow");
    }
  }

  @Test
  void keyFollowsContentNotPlace() throws Exception {
    ClipPreparation preparation = new ClipPreparation(Pictures.linear(3));
    Clip here = Pictures.clip(Pictures.greys(folder.resolve("a"), 1, 2, 3), 1);
    Clip there = Pictures.clip(Pictures.greys(folder.resolve("b"), 1, 2, 3), 1);
    Clip other = Pictures.clip(Pictures.greys(folder.resolve("c"), 1, 2, 4), 1);
    assertThat(preparation.key(there)).isEqualTo(preparation.key(here));
    assertThat(preparation.key(other)).isNotEqualTo(preparation.key(here));
  }

  @Test
  void everySettingChangesTheKey() throws Exception {
    Clip clip = Pictures.clip(Pictures.greys(folder, 1, 2, 3), 1);
    MissingApex middle = MissingApex.MIDDLE;
    MissingFall back = MissingFall.RETURN_TO_ONSET;
    Interpolation linear = Interpolation.LINEAR;
    Align none = Align.NONE;
    PreprocessSettings plain = Pictures.linear(2);
    List<PreprocessSettings> all =
        List.of(
            new PreprocessSettings(
                16, 2, Input.FRAME, linear, 1, false, middle, back, 64, none, null, 1, null),
            new PreprocessSettings(
                17, 2, Input.FRAME, linear, 1, false, middle, back, 64, none, null, 1, null),
            new PreprocessSettings(
                16, 3, Input.FRAME, linear, 1, false, middle, back, 64, none, null, 1, null),
            new PreprocessSettings(
                16, 2, Input.FLOW, linear, 1, false, middle, back, 64, none, null, 1, null),
            new PreprocessSettings(
                16,
                2,
                Input.FRAME,
                Interpolation.TIM,
                1,
                false,
                middle,
                back,
                64,
                none,
                null,
                1,
                null),
            new PreprocessSettings(
                16, 2, Input.FRAME, linear, 2, false, middle, back, 64, none, null, 1, null),
            new PreprocessSettings(
                16, 2, Input.FRAME, linear, 1, true, middle, back, 64, none, null, 1, null),
            new PreprocessSettings(
                16,
                2,
                Input.FRAME,
                linear,
                1,
                false,
                middle,
                MissingFall.NONE,
                64,
                none,
                null,
                1,
                null),
            new PreprocessSettings(
                16, 2, Input.FRAME, linear, 1, false, middle, back, 65, none, null, 1, null),
            Pictures.with(plain, Align.BOX, null, middle, 1),
            Pictures.with(plain, Align.EYES, null, middle, 1),
            Pictures.with(plain, none, null, MissingApex.SPOT, 1),
            Pictures.with(plain, none, null, middle, 2),
            Pictures.with(plain, new Eulerian(10, 16, .4, .05)),
            Pictures.with(plain, new Eulerian(10, 16, .4, .06)));
    List<String> keys = new ArrayList<>();
    for (PreprocessSettings settings : all) {
      keys.add(new ClipPreparation(settings).key(clip));
    }
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void anotherApexChangesTheKey() throws Exception {
    List<Path> files = Pictures.greys(folder, 1, 2, 3, 4);
    ClipPreparation preparation = new ClipPreparation(Pictures.linear(4));
    assertThat(preparation.key(Pictures.clip(files, 1)))
        .isNotEqualTo(preparation.key(Pictures.clip(files, 2)));
  }

  @Test
  void theDetectorsContentAndNotItsPlaceChangesTheKey() throws Exception {
    Clip clip = Pictures.clip(Pictures.greys(folder, 1, 2, 3), 1);
    List<String> keys = new ArrayList<>();
    for (String content : List.of("a", "a", "b")) {
      Path file = Files.writeString(folder.resolve(keys.size() + ".onnx"), content);
      PreprocessSettings settings =
          Pictures.with(Pictures.linear(2), Align.BOX, file, MissingApex.MIDDLE, 1);
      keys.add(new ClipPreparation(settings).key(clip));
    }
    assertThat(keys.get(1)).isEqualTo(keys.get(0));
    assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
  }

  @Test
  void flowImagesCantBeMagnified() throws Exception {
    Path rise = Pictures.write(folder.resolve("rise.png"), 28, 28, (x, y) -> 0x336699);
    PreprocessSettings settings =
        Pictures.with(Pictures.flow(), Align.EYES, null, MissingApex.SPOT, 4);
    assertThatThrownBy(() -> prepare(settings, Pictures.flowClip(List.of(rise))))
        .isInstanceOf(PreparationException.class)
        .hasMessageContainingAll(rise.toString(), "set preprocess.magnification=1");
  }

  @Test
  void changesOfWholeFramesAreMagnifiedByTheFactor() throws Exception {
    // 100, 110, 104 by 3: 100, 130, 112; halfway between the first two 115.
    Clip clip = Pictures.clip(Pictures.greys(folder, 100, 110, 104), 1);
    PreprocessSettings settings =
        Pictures.with(Pictures.linear(5), Align.NONE, null, MissingApex.MIDDLE, 3);
    float[] brightness = Pictures.brightness(prepare(settings, clip));
    float[] expected = {100, 115, 130, 121, 112};
    for (int t = 0; t < expected.length; t++) {
      assertThat(255 * brightness[t]).isCloseTo(expected[t], within(1e-2f));
    }
  }

  private static PreparedClip prepare(PreprocessSettings settings, Clip clip)
      throws PreparationException {
    return new ClipPreparation(settings).prepare(clip);
  }

  private static void assertBrightness(PreparedClip clip, int... expected) {
    float[] found = Pictures.brightness(clip);
    assertThat(found).hasSize(expected.length);
    for (int t = 0; t < found.length; t++) {
      assertThat(found[t]).as("frame %d", t).isEqualTo(expected[t] / 255f);
    }
  }
}
