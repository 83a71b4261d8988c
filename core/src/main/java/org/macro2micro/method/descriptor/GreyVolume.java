package org.macro2micro.method.descriptor;

import java.util.Arrays;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

/**
 * The grey values of a clip, as {@link PreparedClip#grey} has them.
 *
 * @param frames T, at least 1
 * @param height H in pixels
 * @param width W in pixels
 * @param grey T*H*W values in [0, 1], frame by frame, row by row; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GreyVolume(int frames, int height, int width, float[] grey) {
  /**
   * @throws IllegalArgumentException if the clip does not show frames
   */
  static GreyVolume of(PreparedClip clip) {
    if (clip.input() != Input.FRAME) {
      throw new IllegalArgumentException(
          "clip %s: the descriptor needs preprocess.input=frame, found %s"
              .formatted(clip.id(), clip.input().word()));
    }
    int plane = clip.height() * clip.width();
    float[] grey = new float[clip.frames() * plane];
    for (int t = 0; t < clip.frames(); t++) {
      System.arraycopy(clip.grey(t), 0, grey, t * plane, plane);
    }
    return new GreyVolume(clip.frames(), clip.height(), clip.width(), grey);
  }

  /**
   * The grey values of a clip in which something can move.
   *
   * @param need what two frames are needed for, such as "2 for motion"
   * @throws IllegalArgumentException as {@link #of}, or if there is one frame only
   */
  static GreyVolume ofSeveral(PreparedClip clip, String need) {
    if (clip.frames() < 2) {
      throw new IllegalArgumentException(
          "clip %s: found 1 frame, expected at least %s; raise preprocess.frames"
              .formatted(clip.id(), need));
    }
    return of(clip);
  }

  /** Frame {@code t}, H*W values. */
  float[] frame(int t) {
    return Arrays.copyOfRange(grey, t * frameStride(), (t + 1) * frameStride());
  }

  /** Values from a voxel to the one below it. */
  int rowStride() {
    return width;
  }

  /** Values from a voxel to the same place one frame later. */
  int frameStride() {
    return height * width;
  }
}
