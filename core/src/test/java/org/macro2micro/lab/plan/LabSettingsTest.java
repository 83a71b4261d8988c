package org.macro2micro.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.Emotion;
import org.macro2micro.lab.movement.Intensity;

class LabSettingsTest {
  @Test
  void labelsThatTheLayoutLacksAreRefused() {
    LabSettings casme = LabSettings.casme2(2, 5, 5, 64, 1);
    assertThatThrownBy(() -> casme.withClips(ClipCounts.even(List.of(Emotion.CONTEMPT), 5)))
        .hasMessageContaining("CONTEMPT");
    assertThatThrownBy(() -> casme.withClips(casme.clips().withUnlabelled(2)))
        .hasMessageContaining("labels every clip");
    LabSettings ck = LabSettings.ckplus(2, 5, 5, 1);
    assertThatThrownBy(() -> ck.withClips(ClipCounts.even(List.of(Emotion.REPRESSION), 5)))
        .hasMessageContaining("REPRESSION");
  }

  @Test
  void nonsenseIsRefusedWithTheNumberAndTheLaw() {
    LabSettings good = LabSettings.casme2(2, 5, 5, 64, 1);
    assertThatThrownBy(() -> good.withPicture(8, 64, Framing.CROPPED)).hasMessageContaining("8x64");
    assertThatThrownBy(() -> good.withDifficulty(Intensity.MICRO, Double.NaN, 0, 0))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Intensity(3, 6)).hasMessageContaining("[3.0, 6.0]");
    assertThatThrownBy(() -> new FrameCounts(2, 5, 9)).hasMessageContaining("least 2");
    assertThatThrownBy(() -> LabSettings.casme2(0, 5, 5, 64, 1)).hasMessageContaining("0 people");
    assertThatThrownBy(() -> LabSettings.likeCasme2(1).withClips(good.clips()))
        .hasMessageContaining("26 people");
  }

  @Test
  void everyTenthSequenceOfCkPlusHasNoLabel() {
    LabSettings settings = LabSettings.ckplus(10, 5, 8, 1);
    assertThat(settings.clips().total()).isEqualTo(50);
    assertThat(settings.clips().unlabelled()).isEqualTo(5);
  }
}
