package org.macro2micro.studio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.studio.Films;

class FrameShotsTest {
  @TempDir Path folder;

  private FilmTask task(double mostSeconds, long freeBytes) throws Exception {
    Path film = Films.grey(folder.resolve("film.avi"), 10, 64, 48);
    return new FilmTask(
        film, "film.avi", folder, null, null, "largest", mostSeconds, 4000, freeBytes);
  }

  @Test
  void everyFrameIsAPicture() throws Exception {
    FrameShots shots = FrameShots.taken(task(1, 0), (done, all) -> {});
    assertThat(shots).isEqualTo(new FrameShots(10, 64, 48));
  }

  @Test
  void framesThatTheDiskHasNoRoomForAreRefused() {
    assertThatThrownBy(() -> FrameShots.taken(task(1, Long.MAX_VALUE), (done, all) -> {}))
        .isInstanceOfSatisfying(
            RefusedFilm.class, refused -> assertThat(refused.reason().word()).isEqualTo("no-room"));
  }

  @Test
  void aFilmThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> FrameShots.taken(task(.2, 0), (done, all) -> {}))
        .isInstanceOfSatisfying(
            RefusedFilm.class,
            refused -> assertThat(refused.reason()).isEqualTo(RefusedFilm.Reason.TOO_LONG));
  }
}
