package org.macro2micro.method.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.preprocess.BrowsAndMouth;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.LandmarkScheme;
import org.macro2micro.preprocess.Landmarks;
import org.macro2micro.preprocess.PreparedClip;

class FacePatchesTest {
  private static final int SIDE = 128;

  /**
   * The eyes are 40.96 pixels apart, about (63.5, 45.58). The left corner of the mouth, patch 10,
   * lies .4 of that to the left and 1.12 below: at (47.1, 91.5). Patch 16 is its mirror image. The
   * brows begin .9 to the left and .2 above.
   */
  @ParameterizedTest
  @CsvSource({
    "47, 91, 490, 24",
    "48, 91, 490, 25",
    "47, 92, 490, 31",
    "44, 88, 490, 0",
    "50, 94, 490, 48",
    "80, 91, 784, 24",
    "27, 37, 0, 24",
    "100, 37, 441, 24"
  })
  void aPixelIsANumberOfItsPatchRowByRow(int x, int y, int patch, int number) {
    float[] sequence = FacePatches.sequence(changed(x, y), 1);
    assertThat(sequence).hasSize(1372);
    assertThat(sequence[patch + number]).isEqualTo(1);
  }

  /** No patch lies on the forehead or on the nose. */
  @Test
  void whatIsElsewhereIsNotRead() {
    assertThat(FacePatches.sequence(changed(64, 5), 1)).containsOnly(0);
    assertThat(FacePatches.sequence(changed(64, 64), 1)).containsOnly(0);
  }

  @Test
  void tenPatchesLieAboveTheEyesAndEighteenBelowTheNose() {
    // A row that changes as a whole is seen by the patches that it crosses.
    float[] seen = new float[28];
    for (int y = 0; y < SIDE; y++) {
      PreparedClip clip = clip(Input.FRAME, 2, SIDE);
      int from = clip.frameLength() + y * SIDE;
      for (int plane = 0; plane < 3; plane++) {
        java.util.Arrays.fill(
            clip.pixels(), from + plane * SIDE * SIDE, from + plane * SIDE * SIDE + SIDE, .5f);
      }
      float[] sequence = FacePatches.sequence(clip, 1);
      boolean above = y < .36 * SIDE;
      for (int i = 0; i < 28; i++) {
        int patch = i;
        double sum =
            IntStream.range(0, 49).mapToDouble(pixel -> sequence[patch * 49 + pixel]).sum();
        assertThat(sum == 0 || above == i < 10).as("row %d, patch %d", y, i).isTrue();
        seen[i] += (float) sum;
      }
    }
    assertThat(seen).containsOnly(49);
  }

  /**
   * Found landmarks count before an average face's, those of the apex; in a picture of half the
   * side the place (40.5, 90.5) lies at (20, 45).
   */
  @Test
  void patchesLieAboutLandmarksThatWereFound() {
    PreparedClip plain = changed(41, 90);
    List<Landmarks.Point> onset = Collections.nCopies(28, new Landmarks.Point(5, 5));
    List<Landmarks.Point> apex = new ArrayList<>(onset);
    apex.set(3, new Landmarks.Point(41.4f, 89.6f));
    PreparedClip marked = marked(plain, List.of(onset, apex));
    float[] sequence = FacePatches.sequence(marked, 1);
    assertThat(sequence[3 * 49 + 24]).isEqualTo(1);
    assertThat(IntStream.range(0, 1372).filter(i -> sequence[i] != 0)).containsExactly(3 * 49 + 24);
    float[] half = new float[64 * 64];
    half[45 * 64 + 20] = 1;
    apex.set(3, new Landmarks.Point(40.5f, 90.5f));
    float[] read = FacePatches.sequence(marked(plain, List.of(onset, apex)), half, 64);
    assertThat(IntStream.range(0, 1372).filter(i -> read[i] != 0)).containsExactly(3 * 49 + 24);
  }

  @Test
  void landmarksOfAnotherSchemeAreNotTaken() {
    PreparedClip plain = changed(47, 91);
    LandmarkScheme other = new LandmarkScheme("nose", List.of(0));
    List<Landmarks.Point> nose = List.of(new Landmarks.Point(5, 5));
    PreparedClip marked = marked(plain, new Landmarks(other, List.of(nose, nose)));
    assertThat(FacePatches.sequence(marked, 1)).isEqualTo(FacePatches.sequence(plain, 1));
  }

  private static PreparedClip marked(PreparedClip clip, List<List<Landmarks.Point>> frames) {
    return marked(clip, new Landmarks(BrowsAndMouth.SCHEME, frames));
  }

  private static PreparedClip marked(PreparedClip clip, Landmarks marks) {
    return new PreparedClip(
        clip.id(),
        clip.input(),
        clip.frames(),
        clip.height(),
        clip.width(),
        clip.apex(),
        clip.pixels(),
        Optional.of(marks));
  }

  @Test
  void smallFramesRepeatTheirEdges() {
    assertThat(FacePatches.sequence(clip(Input.FRAME, 2, 8), 2)).hasSize(1372).containsOnly(0);
  }

  @Test
  void needsAnOnsetAndAnApexAsFrames() {
    FacePatches patches = new FacePatches(2);
    patches.require("graph-tcn", clip(Input.FRAME, 2, SIDE));
    assertThatThrownBy(() -> patches.require("graph-tcn", clip(Input.FLOW, 2, SIDE)))
        .hasMessageContaining("method graph-tcn needs preprocess.input=frame, found flow");
    assertThatThrownBy(() -> patches.require("graph-tcn", clip(Input.FRAME, 1, SIDE)))
        .hasMessageContaining("needs preprocess.frames of at least 2");
  }

  /** A clip in which one pixel changes from onset to apex. */
  private static PreparedClip changed(int x, int y) {
    PreparedClip clip = clip(Input.FRAME, 2, SIDE);
    for (int plane = 0; plane < 3; plane++) {
      clip.pixels()[clip.frameLength() + (plane * SIDE + y) * SIDE + x] = .5f;
    }
    return clip;
  }

  private static PreparedClip clip(Input input, int frames, int side) {
    return new PreparedClip(
        ClipId.of("casme2", "s", "c"),
        input,
        frames,
        side,
        side,
        frames - 1,
        new float[frames * 3 * side * side]);
  }
}
