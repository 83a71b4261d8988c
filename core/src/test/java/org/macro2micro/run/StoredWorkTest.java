package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.base.Sha256;
import org.macro2micro.train.Phase;

class StoredWorkTest {
  @TempDir Path parent;

  private final AtomicInteger done = new AtomicInteger();

  private byte[] work() {
    return new byte[] {(byte) done.incrementAndGet(), 7};
  }

  private StoredWork store() {
    return new StoredWork(parent.resolve("work"));
  }

  @Test
  void worksOnceAlsoAfterARestart() {
    StoredWork store = store();
    assertThat(store.once(Phase.MACRO, "key", this::work)).containsExactly(1, 7);
    assertThat(store.once(Phase.MACRO, "key", this::work)).containsExactly(1, 7);
    assertThat(store().once(Phase.MACRO, "key", this::work)).containsExactly(1, 7);
    assertThat(done).hasValue(1);
  }

  @Test
  void anotherKeyOrNameIsOtherWork() {
    store().once(Phase.MACRO, "key", this::work);
    assertThat(store().once(Phase.MACRO, "key2", this::work)).containsExactly(2, 7);
    assertThat(store().once(Phase.MICRO, "key", this::work)).containsExactly(3, 7);
    assertThat(store().once(Phase.MACRO, "key", this::work)).containsExactly(1, 7);
  }

  @Test
  void workThatFailsLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                store()
                    .once(
                        Phase.MACRO,
                        "key",
                        () -> {
                          throw new IllegalStateException("diverged");
                        }))
        .hasMessage("diverged");
    assertThat(parent.resolve("work")).doesNotExist();
    assertThat(store().once(Phase.MACRO, "key", this::work)).containsExactly(1, 7);
  }

  @Test
  void discardForgetsEverythingAndMayBeRepeated() throws IOException {
    store().discard();
    store().once(Phase.MACRO, "key", this::work);
    store().once(Phase.MICRO, "key", this::work);
    store().discard();
    assertThat(parent.resolve("work")).doesNotExist();
    store().discard();
    assertThat(store().once(Phase.MACRO, "key", this::work)).containsExactly(3, 7);
  }

  @Test
  void aFoldKeepsMaNetForAllAndTheRestForItself() throws IOException {
    StoredWork shared = store();
    StoredWork own = new StoredWork(parent.resolve("work").resolve("fold-casme2_sub01"));
    FoldWork fold = new FoldWork(shared, own);
    fold.once(Phase.MACRO, "key", this::work);
    fold.once(Phase.MICRO, "key", this::work);
    own.discard();
    try (Stream<Path> left = Files.list(parent.resolve("work"))) {
      assertThat(left.map(f -> f.getFileName().toString()))
          .containsExactly("macro-" + Sha256.hex("key") + ".safetensors");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Files.writeString(parent.resolve("work"), "a file");
    assertThatThrownBy(() -> store().once(Phase.MACRO, "key", this::work))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("work");
  }

  @Test
  void theDigestIsSha256() {
    // The first example of FIPS 180-2.
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
