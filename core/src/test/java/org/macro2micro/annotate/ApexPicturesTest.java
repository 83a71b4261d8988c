package org.macro2micro.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.lab.KnownClip;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.preprocess.PreparedClips;

class ApexPicturesTest {
  @TempDir Path temp;

  @Test
  void everyClipHasTheFaceAtItsApex() throws Exception {
    List<Clip> clips =
        KnownClip.draw(LabSettings.casme2(2, 1, 5, 96, 3), temp.resolve("lab")).stream()
            .map(KnownClip::clip)
            .toList();
    PreparedClips pixels =
        PreparedClips.prepare(
            clips, MovementPicturesTest.settings(), temp.resolve("cache"), 1, (done, all) -> {});
    List<ClipId> ids = pixels.ids();
    Map<ClipId, PngImage> pictures = ApexPictures.of(pixels, ids);
    assertThat(ids).hasSize(2);
    assertThat(pictures).containsOnlyKeys(ids);
    assertThat(pictures.get(ids.get(0))).isNotEqualTo(pictures.get(ids.get(1)));
  }
}
