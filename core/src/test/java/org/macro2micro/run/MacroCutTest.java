package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;

class MacroCutTest {
  @ParameterizedTest
  @CsvSource({
    "2, 10, 12, .5, 6",
    "2, 10, 12, .01, 3",
    "2, 2, 2, .5, 2",
    "0, 3, 9, .5, 2",
    "0, -1, 8, .25, 2"
  })
  void endsPartOfTheWayToTheApex(int onset, int apex, int offset, double until, int end) {
    Clip cut = MacroCut.of(clip(onset, apex, offset), until);
    assertThat(cut.onset()).isEqualTo(onset);
    assertThat(cut.apex()).hasValue(end);
    assertThat(cut.offset()).isEqualTo(end);
  }

  @Test
  void theWholeIsLeftAsItIs() {
    Clip clip = clip(1, 4, 9);
    assertThat(MacroCut.of(clip, 1)).isSameAs(clip);
  }

  private static Clip clip(int onset, int apex, int offset) {
    Frames frames = new Frames(Frames.Content.FACE, Collections.nCopies(13, Path.of("f.png")));
    OptionalInt strongest = apex < 0 ? OptionalInt.empty() : OptionalInt.of(apex);
    return new Clip(ClipId.of("d", "s", "c"), frames, onset, strongest, offset);
  }
}
