package org.macro2micro.studio.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.studio.layer.Intervals;
import org.macro2micro.studio.layer.Layer;
import org.macro2micro.studio.layer.LayerInterval;

class LayerStoreTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Database database;
  private LayerStore layers;
  private JobId job;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(folder);
    layers = new LayerStore(database, CLOCK);
    job =
        new JobStore(database, CLOCK)
            .add(
                new Job.Upload(
                    JobId.next(), "f", "movement", OptionalDouble.empty(), "left", 1, false))
            .id();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Intervals at(int... onsets) {
    return new Intervals(
        java.util.Arrays.stream(onsets)
            .mapToObj(o -> new LayerInterval("i" + o, o, null, o + 1, "micro", null, ""))
            .toList());
  }

  private List<Integer> onsets() {
    return layers.find(job, "Ann").orElseThrow().intervals().stream()
        .map(LayerInterval::onset)
        .toList();
  }

  @Test
  void undoGoesBackAndRedoForwardAlongTheLastWay() {
    assertThat(layers.write(job, "Ann", 0, at(1)).isDone()).isTrue();
    assertThat(layers.write(job, "Ann", 1, at(1, 2)).isDone()).isTrue();
    assertThat(layers.write(job, "Ann", 2, at(1, 2, 3)).isDone()).isTrue();
    layers.undo(job, "Ann");
    layers.undo(job, "Ann");
    assertThat(onsets()).containsExactly(1);
    layers.redo(job, "Ann");
    assertThat(onsets()).containsExactly(1, 2);
    layers.redo(job, "Ann");
    assertThat(onsets()).containsExactly(1, 2, 3);
    assertThat(layers.redo(job, "Ann").isDone()).isFalse();
    layers.undo(job, "Ann");
    assertThat(layers.write(job, "Ann", 8, at(9)).isDone()).isTrue();
    assertThat(layers.redo(job, "Ann").isDone()).isFalse();
    layers.undo(job, "Ann");
    assertThat(onsets()).containsExactly(1, 2);
    layers.redo(job, "Ann");
    assertThat(onsets()).containsExactly(9);
    assertThat(layers.history(job, "Ann"))
        .extracting(Layer.Revision::intervals)
        .containsExactly(1, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1);
  }

  @Test
  void undoEndsAtNothing() {
    layers.write(job, "Ann", 0, at(1));
    assertThat(layers.undo(job, "Ann").isDone()).isTrue();
    assertThat(onsets()).isEmpty();
    assertThat(layers.undo(job, "Ann").isDone()).isFalse();
    assertThat(layers.undo(job, "Bob").layer()).isEmpty();
  }

  @Test
  void whoHasAnOldRevisionWritesNothing() {
    layers.write(job, "Ann", 0, at(1));
    LayerStore.Change change = layers.write(job, "Ann", 0, at(5));
    assertThat(change.isDone()).isFalse();
    assertThat(change.layer().orElseThrow().revision()).isEqualTo(1);
    assertThat(onsets()).containsExactly(1);
    assertThat(layers.write(job, "Bob", 3, at(5)).isDone()).isFalse();
    assertThat(layers.find(job, "Bob")).isEmpty();
  }

  @Test
  void whatWasWrittenIsThereAfterwards() throws Exception {
    layers.write(job, "Ann", 0, at(1, 7));
    database.close();
    database = Database.open(folder);
    layers = new LayerStore(database, CLOCK);
    assertThat(onsets()).containsExactly(1, 7);
  }

  @Test
  void aFolderIsUsedByOneService() {
    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another serve");
  }
}
