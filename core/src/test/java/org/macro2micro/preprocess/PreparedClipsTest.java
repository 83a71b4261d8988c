package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;

class PreparedClipsTest {
  @TempDir Path folder;

  private Path cache;
  private final List<Clip> clips = new ArrayList<>();

  @BeforeEach
  void makeClips() throws IOException {
    cache = folder.resolve("cache");
    for (int i = 0; i < 5; i++) {
      List<Path> files = Pictures.greys(folder.resolve("clip" + i), 10 * i, 10 * i + 5);
      clips.add(Pictures.clip(id(i), files, 1));
    }
  }

  @Test
  void allClipsCanBeHad() throws IOException {
    List<String> heard = new ArrayList<>();
    PreparedClips prepared =
        PreparedClips.prepare(
            clips, Pictures.linear(2), cache, 64, (done, all) -> heard.add(done + "/" + all));
    assertThat(heard).containsExactly("1/5", "2/5", "3/5", "4/5", "5/5");
    assertThat(prepared.unusable()).isEmpty();
    assertThat(prepared.ids()).containsExactly(id(0), id(1), id(2), id(3), id(4));
    for (int i = 0; i < 5; i++) {
      assertThat(prepared.contains(id(i))).isTrue();
      assertThat(prepared.get(id(i)).id()).isEqualTo(id(i));
      assertThat(Math.round(255 * Pictures.brightness(prepared.get(id(i)))[1]))
          .isEqualTo(10 * i + 5);
    }
    assertThat(prepared.contains(id(9))).isFalse();
    assertThatThrownBy(() -> prepared.get(id(9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(id(9).toString());
  }

  @Test
  void badClipsAreListedAndTheRestGoesOn() throws IOException {
    Path cut = clips.get(1).frames().files().get(1);
    FrameDecoderTest.cut(cut);
    Path gone = clips.get(3).frames().files().get(0);
    Files.delete(gone);
    PreparedClips prepared = prepare(Pictures.linear(2));
    assertThat(prepared.ids()).containsExactly(id(0), id(2), id(4));
    assertThat(prepared.unusable()).containsOnlyKeys(id(1), id(3));
    assertThat(prepared.unusable().get(id(1))).contains(cut.toString(), "damaged");
    assertThat(prepared.unusable().get(id(3))).contains(gone.toString(), "gone");
  }

  @Test
  void aHitGivesTheBitsOfTheFirstTime() throws IOException {
    PreparedClip first = prepare(Pictures.linear(3)).get(id(2));
    List<Path> kept = kept();
    PreparedClip second = prepare(Pictures.linear(3)).get(id(2));
    assertThat(second).isNotSameAs(first);
    assertThat(second.pixels()).containsExactly(first.pixels());
    assertThat(kept()).isEqualTo(kept).hasSize(5);
  }

  @Test
  void hitNeedsNoDecoding() throws IOException {
    prepare(Pictures.linear(2));
    // What is kept is marked: a changed, valid cache file comes back as it is.
    ClipCache files = new ClipCache(cache, Input.FRAME);
    String key = kept().get(0).getFileName().toString().replace(".clip", "");
    PreparedClip marked =
        new PreparedClip(id(0), Input.FRAME, 2, 16, 16, 1, new float[2 * 3 * 16 * 16]);
    PreparedClip before = files.find(key, id(0)).orElseThrow();
    files.keep(key, marked);
    PreparedClips again = prepare(Pictures.linear(2));
    long zeros =
        again.ids().stream().filter(id -> Pictures.brightness(again.get(id))[1] == 0).count();
    assertThat(zeros).isEqualTo(1);
    assertThat(Pictures.brightness(before)[1]).isPositive();
  }

  @Test
  void corruptedCacheIsBuiltAgain() throws IOException {
    float[] good = prepare(Pictures.linear(2)).get(id(4)).pixels();
    for (Path file : kept()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
    assertThat(prepare(Pictures.linear(2)).get(id(4)).pixels()).containsExactly(good);
    ClipCache files = new ClipCache(cache, Input.FRAME);
    for (Path file : kept()) {
      String key = file.getFileName().toString().replace(".clip", "");
      assertThat(files.find(key, id(0))).isPresent();
    }
  }

  @Test
  void cacheEmptiedWhileInUseIsFilledAgain() throws IOException {
    PreparedClips prepared = prepare(Pictures.linear(2), 0);
    float[] good = prepared.get(id(4)).pixels();
    prepared.get(id(0));
    for (Path file : kept()) {
      Files.delete(file);
    }
    assertThat(prepared.get(id(4)).pixels()).containsExactly(good);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void databaseChangedWhileInUseIsAnErrorNotOtherPixels() throws IOException {
    PreparedClips prepared = prepare(Pictures.linear(2));
    for (Path file : kept()) {
      Files.delete(file);
    }
    Pictures.greys(folder.resolve("clip2"), 200, 210);
    assertThatThrownBy(() -> prepared.get(id(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(id(2).toString());
    Files.delete(clips.get(3).frames().files().get(0));
    assertThatThrownBy(() -> prepared.get(id(3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(clips.get(3).frames().files().get(0).toString());
  }

  @Test
  void memoryIsBounded() throws IOException {
    // 256 frames of 16x16 are .75 MiB a clip: one fits into 1 MiB, two into 2.
    long bytes = 256L * 3 * 16 * 16 * Float.BYTES;
    PreparedClips one = prepare(Pictures.linear(256), 1);
    PreparedClips two = prepare(Pictures.linear(256), 2);
    for (PreparedClips prepared : List.of(one, two)) {
      prepared.ids().forEach(prepared::get);
    }
    assertThat(one.heldBytes()).isEqualTo(bytes);
    assertThat(two.heldBytes()).isEqualTo(2 * bytes);
  }

  @Test
  void whatWasUsedLastIsHeld() throws IOException {
    PreparedClips prepared = prepare(Pictures.linear(256), 2);
    PreparedClip zero = prepared.get(id(0));
    PreparedClip one = prepared.get(id(1));
    assertThat(prepared.get(id(0))).isSameAs(zero);
    prepared.get(id(2));
    assertThat(prepared.get(id(0))).isSameAs(zero);
    assertThat(prepared.get(id(1))).isNotSameAs(one);
  }

  @Test
  void severalThreadsGetTheSame() throws Exception {
    PreparedClips prepared = prepare(Pictures.linear(256), 1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int clip = i % 5;
        answers.add(
            threads.submit(
                () ->
                    Math.round(255 * Pictures.brightness(prepared.get(id(clip)))[255])
                        == 10 * clip + 5));
      }
      for (Future<Boolean> answer : answers) {
        assertThat(answer.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(prepared.heldBytes()).isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void digestFollowsContentAndSettings() throws IOException {
    String first = prepare(Pictures.linear(2)).digest();
    assertThat(prepare(Pictures.linear(2)).digest()).isEqualTo(first);
    assertThat(prepare(Pictures.linear(3)).digest()).isNotEqualTo(first);
    Pictures.greys(folder.resolve("clip2"), 200, 210);
    assertThat(prepare(Pictures.linear(2)).digest()).isNotEqualTo(first);
  }

  @Test
  void apexFaceIsForPeople() throws IOException {
    PreparedClips prepared =
        prepare(Pictures.settings(Input.ONSET_DIFFERENCE, 2, Interpolation.LINEAR));
    PreparedClip face = prepared.apexFace(id(3), 24).orElseThrow();
    assertThat(face.input()).isEqualTo(Input.FRAME);
    assertThat(face.width()).isEqualTo(24);
    assertThat(Pictures.brightness(face)).containsExactly(35 / 255f);
    assertThat(prepared.apexFace(id(9), 24)).isEmpty();
  }

  @Test
  void refusesClipsThatOccurTwice() {
    List<Clip> twice = List.of(clips.get(0), clips.get(0));
    assertThatThrownBy(
            () -> PreparedClips.prepare(twice, Pictures.linear(2), cache, 1, (done, all) -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice");
  }

  @Test
  void refusesLessThanNoMemory() {
    assertThatThrownBy(() -> prepare(Pictures.linear(2), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 MiB");
  }

  private PreparedClips prepare(PreprocessSettings settings) throws IOException {
    return prepare(settings, 64);
  }

  private PreparedClips prepare(PreprocessSettings settings, int memoryMib) throws IOException {
    return PreparedClips.prepare(clips, settings, cache, memoryMib, (done, all) -> {});
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.sorted().toList();
    }
  }

  private static ClipId id(int clip) {
    return ClipId.of("casme2", "sub01", "EP" + clip);
  }
}
