package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.macro2micro.preprocess.Landmarks.Point;

class LandmarksTest {
  /** Left eye, nose, right eye. */
  private static final LandmarkScheme EYES = new LandmarkScheme("eyes", List.of(2, 1, 0));

  /** Two frames, the second with a point outside. */
  static final Landmarks MARKS =
      new Landmarks(
          EYES,
          List.of(
              List.of(new Point(1, 2), new Point(3, 4), new Point(6.5f, 2.25f)),
              List.of(new Point(1, 3), new Point(3, 5), new Point(-7, 3))));

  @Test
  void aMirroredLeftEyeIsARightOne() {
    Landmarks mirrored = MARKS.mirrored(10);
    assertThat(mirrored.frames().get(0))
        .containsExactly(new Point(2.5f, 2.25f), new Point(6, 4), new Point(8, 2));
    assertThat(mirrored.frames().get(1))
        .containsExactly(new Point(16, 3), new Point(6, 5), new Point(8, 3));
    assertThat(mirrored.mirrored(10)).isEqualTo(MARKS);
  }

  @Test
  void pointsMoveWithTheirFrames() {
    assertThat(MARKS.moved(2, -1).frames().get(0))
        .containsExactly(new Point(3, 1), new Point(5, 3), new Point(8.5f, 1.25f));
  }

  @Test
  void augmentationTakesThemAlong() {
    PreparedClip clip = clip(2, Optional.of(MARKS));
    PreparedClip changed = Augmentation.change(clip, 1, 2, true, 1);
    assertThat(changed.landmarks()).hasValue(MARKS.mirrored(12).moved(1, 2));
    assertThat(Augmentation.change(clip, 0, 0, false, 1.5f).landmarks()).hasValue(MARKS);
    assertThat(Augmentation.change(clip(2, Optional.empty()), 1, 2, true, 1).landmarks()).isEmpty();
  }

  /** A bright pixel and a landmark on it stay together. */
  @Test
  void augmentationTakesThemWhereItTakesThePixels() {
    float[] pixels = new float[3 * 9 * 12];
    pixels[4 * 12 + 3] = 1;
    LandmarkScheme nose = new LandmarkScheme("nose", List.of(0));
    Landmarks marks = new Landmarks(nose, List.of(List.of(new Point(3, 4))));
    PreparedClip clip =
        new PreparedClip(Pictures.ID, Input.FRAME, 1, 9, 12, 0, pixels, Optional.of(marks));
    for (boolean mirrored : List.of(true, false)) {
      PreparedClip changed = Augmentation.change(clip, 2, -3, mirrored, 1);
      Point point = changed.landmarks().orElseThrow().frames().get(0).get(0);
      assertThat(changed.pixels()[(int) (point.y() * 12 + point.x())]).isEqualTo(1);
    }
  }

  @Test
  void schemesAndPointsAreChecked() {
    assertThatThrownBy(() -> new LandmarkScheme(" ", List.of(0))).hasMessageContaining("a name");
    assertThatThrownBy(() -> new LandmarkScheme("a", List.of())).hasMessageContaining("0 points");
    assertThatThrownBy(() -> new LandmarkScheme("a", List.of(1, 2, 0)))
        .hasMessageContaining("point 0 of 3 becomes 1 when mirrored");
    assertThatThrownBy(() -> new LandmarkScheme("a", List.of(1))).hasMessageContaining("becomes 1");
    assertThatThrownBy(() -> new LandmarkScheme("a", List.of(-1)))
        .hasMessageContaining("becomes -1");
    assertThatThrownBy(() -> new Point(Float.NaN, 1)).hasMessageContaining("finite");
    assertThatThrownBy(() -> new Point(1, Float.POSITIVE_INFINITY)).hasMessageContaining("finite");
    assertThatThrownBy(() -> new Landmarks(EYES, List.of(List.of(new Point(1, 1)))))
        .hasMessageContaining("1 points in a frame, expected the 3 of eyes");
    assertThatThrownBy(() -> clip(1, Optional.of(MARKS)))
        .hasMessageContaining("landmarks of 2 frames, expected 1");
  }

  @Test
  void bytesGiveBackWhatWasWritten() {
    assertThat(read(LandmarkBytes.of(Optional.of(MARKS)), 2)).hasValue(MARKS);
    assertThat(read(LandmarkBytes.of(Optional.empty()), 2)).isEmpty();
  }

  @Test
  void otherBytesAreRefusedWhateverTheyAre() {
    byte[] whole = LandmarkBytes.of(Optional.of(MARKS));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut, 2)).isInstanceOf(IllegalArgumentException.class);
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertThatThrownBy(() -> read(longer, 2)).hasMessageContaining("landmarks");
    byte[] none = Arrays.copyOf(LandmarkBytes.of(Optional.empty()), 5);
    assertThatThrownBy(() -> read(none, 2)).hasMessageContaining("1 bytes after");
    assertThatThrownBy(() -> read(whole, 3)).hasMessageContaining("expected");
    SplittableRandom random = new SplittableRandom(1);
    for (int t = 0; t < 2_000; t++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      try {
        read(changed, 2);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageMatching("(?s).*(landmark|bytes).*");
      }
    }
  }

  private static Optional<Landmarks> read(byte[] bytes, int frames) {
    return LandmarkBytes.read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), frames);
  }

  private static PreparedClip clip(int frames, Optional<Landmarks> marks) {
    float[] pixels = new float[frames * 3 * 9 * 12];
    return new PreparedClip(Pictures.ID, Input.FRAME, frames, 9, 12, 0, pixels, marks);
  }
}
