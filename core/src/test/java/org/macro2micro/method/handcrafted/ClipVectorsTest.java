package org.macro2micro.method.handcrafted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;

class ClipVectorsTest {
  private static final long VECTOR = 12 * Float.BYTES;

  private final ToyClips clips = new ToyClips(3, 1);
  private final Queue<ClipId> described = new ConcurrentLinkedQueue<>();
  private final Descriptor descriptor =
      clip -> {
        described.add(clip.id());
        return clip.pixels().clone();
      };

  @Test
  void productsAreThoseOfTheVectors() {
    ClipVectors.Measured measured = of(vectors(1 << 20), clips.of("sub1"), "a");
    assertThat(measured.vectors()).hasSize(6);
    for (int i = 0; i < 6; i++) {
      assertThat(measured.vectors().get(i)).isEqualTo(clips.get(clips.of("sub1").get(i)).pixels());
      for (int j = 0; j < 6; j++) {
        assertThat(measured.gram()[i][j])
            .isEqualTo(ClipVectors.product(measured.vectors().get(i), measured.vectors().get(j)));
      }
    }
    assertThat(ClipVectors.product(new float[] {1, 2, 3, 4, 5}, new float[] {1, 1, 2, 1, 3}))
        .isEqualTo(28);
  }

  @Test
  void everyClipIsDescribedOnceUnlessTheSourceIsAnother() {
    ClipVectors vectors = vectors(1 << 20);
    of(vectors, clips.of("sub0"), "a");
    of(vectors, both("sub0", "sub1"), "a");
    of(vectors, clips.of("sub1"), "a");
    assertThat(described).containsExactlyInAnyOrderElementsOf(both("sub0", "sub1"));
    of(vectors, clips.of("sub1"), "b");
    assertThat(described).hasSize(18);
  }

  @Test
  void whatWasSeenBeforeChangesNothing() {
    ClipVectors used = vectors(1 << 20);
    of(used, both("sub2", "sub1"), "a");
    ClipVectors.Measured after = of(used, both("sub0", "sub1"), "a");
    ClipVectors.Measured fresh = of(vectors(1 << 20), both("sub0", "sub1"), "a");
    assertThat(after.gram()).isDeepEqualTo(fresh.gram());
  }

  @Test
  void neverMoreIsKeptThanTheBoundOrOneTrainingSet() {
    ClipVectors vectors = vectors(13 * VECTOR);
    of(vectors, both("sub0", "sub1"), "a");
    assertThat(vectors.heldBytes()).isEqualTo(12 * VECTOR);
    ClipVectors.Measured measured = of(vectors, both("sub1", "sub2"), "a");
    assertThat(vectors.heldBytes()).isEqualTo(12 * VECTOR);
    assertThat(measured.gram())
        .isDeepEqualTo(of(vectors(1 << 20), both("sub1", "sub2"), "a").gram());
    ClipVectors small = vectors(VECTOR);
    of(small, clips.of("sub0"), "a");
    assertThat(small.heldBytes()).isEqualTo(6 * VECTOR);
  }

  @Test
  void aClipThatCannotBeDescribedIsNamed() {
    ClipVectors tooSmall =
        new ClipVectors(
            clip -> {
              throw new IllegalArgumentException("too small; raise preprocess.size");
            },
            1 << 20);
    assertThatThrownBy(() -> of(tooSmall, clips.of("sub1"), "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("clip casme2/sub1/c0: too small; raise preprocess.size");
    ClipVectors named =
        new ClipVectors(
            clip -> {
              throw new IllegalArgumentException("clip " + clip.id() + ": too small");
            },
            1 << 20);
    assertThatThrownBy(() -> of(named, clips.of("sub1"), "a"))
        .hasMessage("clip casme2/sub1/c0: too small");
  }

  @Test
  void numbersThatAreNoneAndOddLengthsAreNamed() {
    clips.put(clips.of("sub1").get(3), new float[] {0, 0, 0, 0, Float.NaN, 0});
    assertThatThrownBy(() -> of(vectors(1 << 20), clips.of("sub1"), "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clip casme2/sub1/c3: found NaN at position 4");
    clips.put(clips.of("sub1").get(3), new float[6]);
    ClipVectors vectors = vectors(1 << 20);
    assertThatThrownBy(() -> of(vectors, clips.of("sub1"), "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clip casme2/sub1/c3: its vector has 6 values, expected the 12");
    assertThat(vectors.heldBytes()).isZero();
  }

  private ClipVectors vectors(long mostBytes) {
    return new ClipVectors(descriptor, mostBytes);
  }

  private ClipVectors.Measured of(ClipVectors vectors, List<ClipId> ids, String digest) {
    return vectors.of(ids, clips::get, digest);
  }

  private List<ClipId> both(String first, String second) {
    return Stream.concat(clips.of(first).stream(), clips.of(second).stream()).toList();
  }
}
