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
import org.macro2micro.studio.store.LayerStore.Outcome;

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
    assertThat(layers.write(job, "Ann", 0, at(1)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(layers.write(job, "Ann", 1, at(1, 2)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(layers.write(job, "Ann", 2, at(1, 2, 3)).outcome()).isEqualTo(Outcome.DONE);
    layers.undo(job, "Ann");
    layers.undo(job, "Ann");
    assertThat(onsets()).containsExactly(1);
    layers.redo(job, "Ann");
    assertThat(onsets()).containsExactly(1, 2);
    layers.redo(job, "Ann");
    assertThat(onsets()).containsExactly(1, 2, 3);
    assertThat(layers.redo(job, "Ann").outcome()).isEqualTo(Outcome.NOTHING_THERE);
    layers.undo(job, "Ann");
    assertThat(layers.write(job, "Ann", 8, at(9)).outcome()).isEqualTo(Outcome.DONE);
    assertThat(layers.redo(job, "Ann").outcome()).isEqualTo(Outcome.NOTHING_THERE);
    layers.undo(job, "Ann");
    assertThat(onsets()).containsExactly(1, 2);
    layers.redo(job, "Ann");
    assertThat(onsets()).containsExactly(9);
    assertThat(layers.history(job, "Ann"))
        .extracting(Layer.Revision::intervals)
        .containsExactly(1, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1);
  }

  @Test
  void undoEndsAtTheEmptyLayer() {
    layers.write(job, "Ann", 0, at(1));
    assertThat(layers.undo(job, "Ann").outcome()).isEqualTo(Outcome.DONE);
    assertThat(onsets()).isEmpty();
    assertThat(layers.undo(job, "Ann").outcome()).isEqualTo(Outcome.NOTHING_THERE);
    assertThat(layers.undo(job, "Bob").layer()).isEmpty();
  }

  @Test
  void aWriterWithAnOldRevisionChangesNothing() {
    layers.write(job, "Ann", 0, at(1));
    LayerStore.Change change = layers.write(job, "Ann", 0, at(5));
    assertThat(change.outcome()).isEqualTo(Outcome.OTHER_REVISION);
    assertThat(change.layer().orElseThrow().revision()).isEqualTo(1);
    assertThat(onsets()).containsExactly(1);
    assertThat(layers.write(job, "Bob", 3, at(5)).outcome()).isEqualTo(Outcome.OTHER_REVISION);
    assertThat(layers.find(job, "Bob")).isEmpty();
  }

  @Test
  void changesAreBoundedAndSoAreLayers() {
    LayerStore few = new LayerStore(database, CLOCK, 3);
    few.write(job, "Ann", 0, at(1));
    assertThat(few.undo(job, "Ann").outcome()).isEqualTo(Outcome.DONE);
    assertThat(few.redo(job, "Ann").outcome()).isEqualTo(Outcome.DONE);
    assertThat(few.undo(job, "Ann").outcome()).isEqualTo(Outcome.TOO_MANY_REVISIONS);
    assertThat(few.write(job, "Ann", 3, at(2)).outcome()).isEqualTo(Outcome.TOO_MANY_REVISIONS);
    assertThat(onsets()).containsExactly(1);
    for (int i = 1; i < LayerStore.MOST_LAYERS; i++) {
      assertThat(layers.write(job, "Bob" + i, 0, at()).outcome()).isEqualTo(Outcome.DONE);
    }
    assertThat(layers.write(job, "Cid", 0, at(1)).outcome()).isEqualTo(Outcome.TOO_MANY_LAYERS);
    assertThat(layers.all(job)).hasSize(LayerStore.MOST_LAYERS);
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
        .hasMessageContaining("another service");
  }
}
