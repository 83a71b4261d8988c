package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Clip;
import org.macro2micro.preprocess.PreprocessSettings.MissingApex;

class EulerianPreparationTest {
  private static final Eulerian USUAL = new Eulerian(10, 16, .4, .05);
  private static final Eulerian OFF = new Eulerian(0, 16, .4, .05);

  @TempDir Path folder;

  @Test
  void allFramesTakePartAndTheResultIsTakenEvenly() throws Exception {
    // Changes of the whole frame are in the coarsest level, which is not magnified. Four frames of
    // nine lie at 0, 3, 6 and 9, counted from 1; what lies at 0 is the first.
    Clip clip = Pictures.clip(Pictures.greys(folder, 0, 10, 20, 30, 40, 50, 60, 70, 80), 6);
    ClipPreparation preparation = new ClipPreparation(Pictures.with(Pictures.linear(4), USUAL));
    assertThat(preparation.used(clip)).hasSize(9);
    PreparedClip prepared = preparation.prepare(clip);
    float[] expected = {0, 20, 50, 80};
    for (int t = 0; t < expected.length; t++) {
      assertThat(255 * Pictures.brightness(prepared)[t]).isCloseTo(expected[t], within(1e-3f));
    }
    assertThat(prepared.apex()).isEqualTo(2);
  }

  @Test
  void movementGrowsInFrames() throws Exception {
    PreparedClip plain = prepare(Pictures.with(Pictures.linear(5), OFF), moving());
    PreparedClip magnified = prepare(Pictures.with(Pictures.linear(5), USUAL), moving());
    assertThat(change(magnified, 4)).isGreaterThan(1.5 * change(plain, 4));
    assertThat(change(magnified, 0)).isZero();
  }

  @Test
  void movementGrowsInDifferences() throws Exception {
    PreprocessSettings settings =
        Pictures.settings(Input.ONSET_DIFFERENCE, 5, Interpolation.LINEAR);
    float[] plain = prepare(Pictures.with(settings, OFF), moving()).pixels();
    float[] magnified = prepare(Pictures.with(settings, USUAL), moving()).pixels();
    assertThat(length(magnified)).isGreaterThan(1.5 * length(plain));
  }

  @Test
  void flowIsOfMagnifiedFrames() throws Exception {
    float[] plain = prepare(Pictures.flow(), moving()).pixels();
    assertThat(prepare(Pictures.with(Pictures.flow(), OFF), moving()).pixels()).isEqualTo(plain);
    assertThat(prepare(Pictures.with(Pictures.flow(), USUAL), moving()).pixels())
        .isNotEqualTo(plain);
    assertThat(new ClipPreparation(Pictures.with(Pictures.flow(), USUAL)).used(moving()))
        .hasSize(7);
  }

  @Test
  void flowImagesCantBeMagnified() throws Exception {
    Path rise = Pictures.write(folder.resolve("rise.png"), 28, 28, (x, y) -> 0x336699);
    PreprocessSettings settings = Pictures.with(Pictures.flow(), USUAL);
    assertThatThrownBy(() -> prepare(settings, Pictures.flowClip(List.of(rise))))
        .isInstanceOf(PreparationException.class)
        .hasMessageContainingAll(rise.toString(), "preprocess.eulerian needs frames of a face");
  }

  @Test
  void whatIsLeftIsMagnifiedByTheOtherAfterwards() throws Exception {
    PreprocessSettings linear =
        Pictures.with(Pictures.linear(5), Align.NONE, null, MissingApex.MIDDLE, 3);
    float[] plain = prepare(Pictures.with(linear, OFF), moving()).pixels();
    float[] both = prepare(Pictures.with(linear, USUAL), moving()).pixels();
    float[] band = prepare(Pictures.with(Pictures.linear(5), USUAL), moving()).pixels();
    assertThat(both).isNotEqualTo(plain).isNotEqualTo(band);
  }

  private static PreparedClip prepare(PreprocessSettings settings, Clip clip) throws Exception {
    return new ClipPreparation(settings).prepare(clip);
  }

  private Clip moving() throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      double right = .3 * i;
      files.add(
          Pictures.write(
              folder.resolve("moving" + i + ".png"),
              16,
              16,
              (x, y) -> Pictures.texture(x < 8 ? right : 0, 0).applyAsInt(x, y)));
    }
    return Pictures.clip(files, 6);
  }

  private static double change(PreparedClip clip, int t) {
    float[] change = new float[clip.frameLength()];
    for (int i = 0; i < change.length; i++) {
      change[i] = clip.pixels()[t * change.length + i] - clip.pixels()[i];
    }
    return length(change);
  }

  private static double length(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
