package org.macro2micro.descriptor;

import java.util.Arrays;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

/**
 * A clip's frames in grey (luma of ITU-R BT.601; equal channels stay as they are).
 *
 * @param grey T*H*W values in [0, 1], frame by frame, row by row
 * @param frames T
 * @param height H in pixels
 * @param width W in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record GreyVolume(float[] grey, int frames, int height, int width) {
  /**
   * The grey of a clip.
   *
   * @throws IllegalArgumentException if the clip shows something else than its frames
   */
  static GreyVolume of(PreparedClip clip) {
    if (clip.input() != Input.FRAME) {
      throw new IllegalArgumentException(
          "clip %s: a descriptor needs preprocess.input=frame, found %s"
              .formatted(clip.id(), clip.input().word()));
    }
    int plane = clip.height() * clip.width();
    float[] pixels = clip.pixels();
    float[] grey = new float[clip.frames() * plane];
    for (int i = 0; i < grey.length; i++) {
      int red = i / plane * clip.frameLength() + i % plane;
      grey[i] =
          (float)
              (.299 * pixels[red] + .587 * pixels[red + plane] + .114 * pixels[red + 2 * plane]);
    }
    return new GreyVolume(grey, clip.frames(), clip.height(), clip.width());
  }

  /** Frame {@code t}, H*W values. */
  float[] frame(int t) {
    int plane = height * width;
    return Arrays.copyOfRange(grey, t * plane, (t + 1) * plane);
  }
}
