package org.macro2micro.bench;

import java.util.List;
import org.macro2micro.method.descriptor.LbpTop;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

/** LBP-TOP of a clip of 10 frames of 128x128, as the settings have it unless they are changed. */
final class LbpTopWork {
  private static final LbpTop.Settings SETTINGS =
      new LbpTop.Settings(
          8, 8, 2, 2, 2, 2, 8, new SvmSettings(List.of(1.0), 5, SvmSettings.ClassWeights.NONE));

  private LbpTopWork() {}

  /** The descriptor of each of so many clips. */
  static List<Laps.Lap> clips(int count) {
    PreparedClip clip = NoiseClips.of(NoiseClips.id(0), Input.FRAME, 10, 128);
    LbpTop descriptor = new LbpTop(SETTINGS);
    Laps laps = new Laps();
    laps.start();
    for (int i = 0; i < count; i++) {
      descriptor.of(clip);
      laps.lap();
    }
    return laps.all();
  }
}
